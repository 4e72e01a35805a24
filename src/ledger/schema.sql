-- The ledger: what was read, by which edition of the engine, and every row of it.
--
-- Rows hang from readings: one document read by one edition (program, model and lexicon
-- versions). Numbers of entities, events and so on count from 1 within a reading and are
-- the ids of the reading's JSON (event 3 is "e3"). Offsets are bytes of document.text,
-- [first, last). docs/ledger.md explains every column; the views of views.sql are what to
-- query.

-- What the program must know of the file: the hash of the views in it.
CREATE TABLE meta (
  name   TEXT PRIMARY KEY,
  value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
  edition  INTEGER PRIMARY KEY,
  version  TEXT NOT NULL,           -- of the program
  model    TEXT NOT NULL,           -- of the syntax model
  lexicon  TEXT NOT NULL,           -- hash of rules, lexica and world tables
  UNIQUE (version, model, lexicon)
) STRICT;

-- One invocation that wrote. What it read is in `input`; rows do not point to runs, so
-- that an interrupted import and its continuation give the same rows as one run.
CREATE TABLE run (
  run       INTEGER PRIMARY KEY,
  edition   INTEGER NOT NULL REFERENCES edition,
  started   TEXT NOT NULL,          -- UTC, ISO 8601
  finished  TEXT,                   -- null: interrupted
  options   TEXT NOT NULL,          -- the command line, as JSON
  read      INTEGER NOT NULL DEFAULT 0,  -- documents coded
  known     INTEGER NOT NULL DEFAULT 0,  -- documents that were there already
  failed    INTEGER NOT NULL DEFAULT 0,  -- inputs that gave no document
  upto      INTEGER NOT NULL DEFAULT 0   -- its last reading: later ones are not of its time
) STRICT;

CREATE TABLE failure (
  run     INTEGER NOT NULL REFERENCES run,
  reason  TEXT NOT NULL             -- names the input
) STRICT;

CREATE TABLE document (
  document   INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,  -- hash of text, title, source, url and dates
  id         TEXT NOT NULL,         -- as given with the document
  title      TEXT,
  source     TEXT,
  url        TEXT,
  lang       TEXT,
  published  TEXT,                  -- YYYY-MM-DD
  updated    TEXT,
  text       TEXT NOT NULL,
  blocks     TEXT NOT NULL          -- its parts: "headline 0-63 body 65-1200"
) STRICT;

CREATE TABLE reading (
  reading   INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document,
  edition   INTEGER NOT NULL REFERENCES edition,
  language  TEXT NOT NULL,          -- of the text as recognised: en, fr, ..., und; there
                                    -- are rows of English alone
  UNIQUE (document, edition)
) STRICT;

-- Who and where, each once: what ask looks through before it looks at rows.
CREATE TABLE who (
  who      INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  code     TEXT NOT NULL,           -- "": unknown
  country  TEXT NOT NULL,           -- of the code; "": unknown
  UNIQUE (name, code)
) STRICT;

CREATE VIRTUAL TABLE who_name USING fts5(
  name, content = 'who', content_rowid = 'who', tokenize = "trigram");

CREATE TABLE site (
  site     INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  country  TEXT NOT NULL,           -- "": unknown
  UNIQUE (name, country)
) STRICT;

CREATE TABLE entity (
  reading      INTEGER NOT NULL REFERENCES reading,
  entity       INTEGER NOT NULL,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  code         TEXT,                -- "RUS GOV"
  country      TEXT,                -- its parts
  sector       TEXT,
  grp          TEXT,
  role         TEXT,
  code_source  TEXT,
  who          INTEGER NOT NULL REFERENCES who,
  PRIMARY KEY (reading, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  reading  INTEGER NOT NULL,
  mention  INTEGER NOT NULL,
  first    INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  head_first  INTEGER NOT NULL,     -- the head word, or the name
  head_last   INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  entity   INTEGER,
  PRIMARY KEY (reading, mention),
  FOREIGN KEY (reading, entity) REFERENCES entity
) STRICT, WITHOUT ROWID;

CREATE TABLE time (
  reading    INTEGER NOT NULL REFERENCES reading,
  time       INTEGER NOT NULL,
  first      INTEGER NOT NULL,
  last       INTEGER NOT NULL,
  timex      TEXT,                  -- TIMEX3 value
  begins     TEXT,                  -- YYYY-MM-DD, both days included
  ends       TEXT,
  precision  TEXT NOT NULL,
  PRIMARY KEY (reading, time)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  reading    INTEGER NOT NULL REFERENCES reading,
  place      INTEGER NOT NULL,
  first      INTEGER NOT NULL,
  last       INTEGER NOT NULL,
  name       TEXT NOT NULL,
  country    TEXT,
  admin1     TEXT,
  lat        REAL,                  -- degrees, WGS84
  lon        REAL,
  geonames   INTEGER,
  precision  TEXT NOT NULL,
  PRIMARY KEY (reading, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  reading    INTEGER NOT NULL REFERENCES reading,
  statement  INTEGER NOT NULL,
  first      INTEGER NOT NULL,
  last       INTEGER NOT NULL,
  content    TEXT NOT NULL,         -- its pieces, joined by " ... "
  kind       TEXT NOT NULL,         -- direct, indirect, mixed
  speaker    INTEGER,
  addressee  INTEGER,
  time       INTEGER,
  parent     INTEGER,
  polarity   TEXT NOT NULL,
  thought    INTEGER NOT NULL,      -- 1: held, not said
  rule       TEXT,
  pieces     TEXT NOT NULL,         -- spans of the content: "12-40 55-80"
  cue_first  INTEGER,               -- "said"
  cue_last   INTEGER,
  speaker_first    INTEGER,         -- the mention at the cue
  speaker_last     INTEGER,
  addressee_first  INTEGER,
  addressee_last   INTEGER,
  events     TEXT,                  -- said in it: "3 4"
  date       TEXT,                  -- of its time, else of publication
  speaker_who      INTEGER,         -- entity.who of speaker and addressee
  addressee_who    INTEGER,
  speaker_country  TEXT,
  PRIMARY KEY (reading, statement),
  FOREIGN KEY (reading, speaker) REFERENCES entity,
  FOREIGN KEY (reading, addressee) REFERENCES entity,
  FOREIGN KEY (reading, time) REFERENCES time
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  reading     INTEGER NOT NULL REFERENCES reading,
  event       INTEGER NOT NULL,
  first       INTEGER NOT NULL,
  last        INTEGER NOT NULL,
  type        TEXT NOT NULL,        -- PLOVER
  mode        TEXT,
  quad        TEXT,                 -- "verbal cooperation" .. "material conflict"
  score       REAL,
  cameo       TEXT,
  contexts    TEXT,                 -- comma between
  reciprocal  INTEGER NOT NULL,
  time        INTEGER,
  place       INTEGER,
  polarity    TEXT NOT NULL,
  modality    TEXT NOT NULL,
  status      TEXT NOT NULL,        -- reported or claimed
  claimed_by  INTEGER,
  confidence  REAL NOT NULL,
  rule        TEXT NOT NULL,
  trigger_first    INTEGER NOT NULL,  -- the predicate
  trigger_last     INTEGER NOT NULL,
  sentence_first   INTEGER NOT NULL,
  sentence_last    INTEGER NOT NULL,
  actor_first      INTEGER,         -- the words that fill the slot
  actor_last       INTEGER,
  recipient_first  INTEGER,
  recipient_last   INTEGER,
  date        TEXT,                 -- of its time, else of publication
  site        INTEGER REFERENCES site,
  PRIMARY KEY (reading, event),
  FOREIGN KEY (reading, time) REFERENCES time,
  FOREIGN KEY (reading, place) REFERENCES place,
  FOREIGN KEY (reading, claimed_by) REFERENCES statement
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  reading  INTEGER NOT NULL,
  event    INTEGER NOT NULL,
  side     TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
  entity   INTEGER NOT NULL,
  PRIMARY KEY (reading, event, side, entity),
  FOREIGN KEY (reading, event) REFERENCES event,
  FOREIGN KEY (reading, entity) REFERENCES entity
) STRICT, WITHOUT ROWID;

CREATE TABLE count (
  reading   INTEGER NOT NULL,
  event     INTEGER NOT NULL,
  what      TEXT NOT NULL,
  number    REAL NOT NULL,
  at_least  INTEGER NOT NULL,
  first     INTEGER NOT NULL,
  last      INTEGER NOT NULL,
  FOREIGN KEY (reading, event) REFERENCES event
) STRICT;

-- A row for each actor towards each recipient of an event, null where there is none:
-- what filters on parties walk through, in order of date.
CREATE TABLE dyad (
  reading    INTEGER NOT NULL,
  event      INTEGER NOT NULL,
  dyad       INTEGER NOT NULL,
  date       TEXT,                  -- as in event, and type
  type       TEXT NOT NULL,
  actor      INTEGER REFERENCES who,
  recipient  INTEGER REFERENCES who,
  actor_country      TEXT,          -- as in who
  recipient_country  TEXT,
  PRIMARY KEY (reading, event, dyad),
  FOREIGN KEY (reading, event) REFERENCES event
) STRICT, WITHOUT ROWID;

CREATE TABLE stance (
  reading     INTEGER NOT NULL REFERENCES reading,
  stance      INTEGER NOT NULL,
  first       INTEGER NOT NULL,
  last        INTEGER NOT NULL,
  giver       INTEGER,              -- whose stance it is
  target      INTEGER,
  issue       TEXT,
  sign        INTEGER NOT NULL,     -- 1, 0, -1
  strength    REAL NOT NULL,
  basis       TEXT NOT NULL,
  claimed_by  INTEGER,
  rule        TEXT,
  contradicts TEXT,                 -- stances that belie it: "3 5"
  date        TEXT,                 -- of publication
  giver_who   INTEGER,              -- entity.who of giver and target
  target_who  INTEGER,
  giver_country   TEXT,
  target_country  TEXT,
  PRIMARY KEY (reading, stance),
  FOREIGN KEY (reading, giver) REFERENCES entity,
  FOREIGN KEY (reading, target) REFERENCES entity,
  FOREIGN KEY (reading, claimed_by) REFERENCES statement
) STRICT, WITHOUT ROWID;

-- The same story twice. Filled when an import ends, by what docs/ledger.md tells.

CREATE TABLE signature (
  document  INTEGER PRIMARY KEY REFERENCES document,
  shingles  INTEGER NOT NULL,       -- different runs of three words in its text
  bands     BLOB NOT NULL           -- 35 hashes of 8 bytes: src/ledger/shingles.h
) STRICT;

-- Each document with the first of those that are made from the same text.
CREATE TABLE copy (
  document   INTEGER PRIMARY KEY REFERENCES document,
  original   INTEGER NOT NULL REFERENCES document,
  kind       TEXT NOT NULL,         -- original, same text, copy, shortened, extended,
                                    -- changed
  alike      REAL NOT NULL,         -- shared shingles, of those of both together
  contained  REAL NOT NULL          -- shared shingles, of those of the shorter
) STRICT;

-- A later version of the same article, with the version before it.
CREATE TABLE revision (
  document  INTEGER PRIMARY KEY REFERENCES document,
  earlier   INTEGER NOT NULL REFERENCES document,
  basis     TEXT NOT NULL,          -- address: the same; copy: near copy, source, title
  alike     REAL NOT NULL,          -- shared shingles, of those of both together
  removed   TEXT NOT NULL,          -- sentences only of the earlier, a line each
  added     TEXT NOT NULL           -- sentences only of the later
) STRICT;

-- What a reading is about: src/ledger/profile.h.
CREATE TABLE profile (
  reading   INTEGER PRIMARY KEY REFERENCES reading,
  features  BLOB NOT NULL           -- hashes of 4 bytes
) STRICT;

-- Each document with the first of those that tell of the same happenings.
CREATE TABLE story (
  document  INTEGER PRIMARY KEY REFERENCES document,
  story     INTEGER NOT NULL REFERENCES document,
  changed   INTEGER NOT NULL        -- 1: since same_event was filled
) STRICT;

-- Each event of a current reading with the happening that it tells of.
CREATE TABLE same_event (
  reading    INTEGER NOT NULL,
  event      INTEGER NOT NULL,
  happening  INTEGER NOT NULL,
  leads      INTEGER NOT NULL,      -- 1: the first row of its happening
  PRIMARY KEY (reading, event),
  FOREIGN KEY (reading, event) REFERENCES event ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5(
  title, text, content = 'document', content_rowid = 'document',
  tokenize = "unicode61 remove_diacritics 2");

-- What people said of rows. Nothing here is ever changed or taken away: a second thought is
-- a row of its own.
CREATE TABLE correction (
  correction  INTEGER PRIMARY KEY,
  reading     INTEGER NOT NULL REFERENCES reading,
  list        TEXT NOT NULL CHECK (list IN ('e', 's', 'x')),  -- event, statement, stance
  number      INTEGER NOT NULL,
  verdict     TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'amend', 'undo')),
  changes     TEXT NOT NULL,        -- of an amendment, JSON: {"type": "AID"}
  reviewer    TEXT NOT NULL,
  made        TEXT NOT NULL,        -- UTC, ISO 8601
  reason      TEXT
) STRICT;
CREATE INDEX correction_by_row ON correction (reading, list, number);
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'corrections are kept'); END;
CREATE TRIGGER correction_stays BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'corrections are kept'); END;

-- What the machine wrote of a row that is amended or rejected: the other tables hold the
-- corrected state.
CREATE TABLE original (
  reading  INTEGER NOT NULL REFERENCES reading,
  list     TEXT NOT NULL,
  number   INTEGER NOT NULL,
  rows     TEXT NOT NULL,           -- JSON: by table, its rows
  PRIMARY KEY (reading, list, number)
) STRICT, WITHOUT ROWID;
