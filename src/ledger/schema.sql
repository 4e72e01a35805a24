-- The ledger: what was read, by which edition of the engine, and every row of it.
--
-- Rows hang from readings: one document read by one edition (program, model and lexicon
-- versions). Numbers of entities, events and so on count from 1 within a reading and are
-- the ids of the reading's JSON (event 3 is "e3"). Offsets are bytes of document.text,
-- [first, last). docs/ledger.md explains every column; views are what to query.

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
  failed    INTEGER NOT NULL DEFAULT 0   -- inputs that gave no document
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
  text       TEXT NOT NULL
) STRICT;

CREATE TABLE reading (
  reading   INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document,
  edition   INTEGER NOT NULL REFERENCES edition,
  UNIQUE (document, edition)
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
  PRIMARY KEY (reading, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
  reading  INTEGER NOT NULL,
  mention  INTEGER NOT NULL,
  first    INTEGER NOT NULL,
  last     INTEGER NOT NULL,
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
  FOREIGN KEY (reading, event) REFERENCES event
) STRICT;

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
  PRIMARY KEY (reading, stance),
  FOREIGN KEY (reading, giver) REFERENCES entity,
  FOREIGN KEY (reading, target) REFERENCES entity,
  FOREIGN KEY (reading, claimed_by) REFERENCES statement
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5(
  title, text, content = 'document', content_rowid = 'document',
  tokenize = "unicode61 remove_diacritics 2");

-- Views: the latest edition's reading of each document.

CREATE VIEW current AS
SELECT reading.reading, reading.document FROM reading
WHERE reading.edition = (SELECT max(other.edition) FROM reading AS other
                         WHERE other.document = reading.document);

CREATE VIEW events AS
SELECT substr(document.key, 1, 12) || '-e' || event.event AS row,
       event.type, event.mode, event.polarity, event.modality, event.status,
       (SELECT group_concat(name, '; ') FROM party JOIN entity USING (reading, entity)
        WHERE party.reading = event.reading AND party.event = event.event
          AND side = 'actor') AS actor,
       (SELECT group_concat(code, '; ') FROM party JOIN entity USING (reading, entity)
        WHERE party.reading = event.reading AND party.event = event.event
          AND side = 'actor') AS actor_code,
       (SELECT group_concat(name, '; ') FROM party JOIN entity USING (reading, entity)
        WHERE party.reading = event.reading AND party.event = event.event
          AND side = 'recipient') AS recipient,
       (SELECT group_concat(code, '; ') FROM party JOIN entity USING (reading, entity)
        WHERE party.reading = event.reading AND party.event = event.event
          AND side = 'recipient') AS recipient_code,
       coalesce(time.begins, document.published) AS date,
       time.begins, time.ends, time.precision AS date_precision,
       place.name AS place, place.country AS place_country, place.lat, place.lon,
       event.quad, event.score, event.cameo, event.contexts,
       speaker.name AS claimed_by,
       event.confidence, event.rule,
       CAST(substr(CAST(document.text AS BLOB), event.first + 1,
                   event.last - event.first) AS TEXT) AS words,
       document.title, document.source, document.url, document.published,
       document.id AS document, event.reading, event.event
FROM current JOIN event USING (reading) JOIN document USING (document)
LEFT JOIN time ON time.reading = event.reading AND time.time = event.time
LEFT JOIN place ON place.reading = event.reading AND place.place = event.place
LEFT JOIN statement ON statement.reading = event.reading
  AND statement.statement = event.claimed_by
LEFT JOIN entity AS speaker ON speaker.reading = event.reading
  AND speaker.entity = statement.speaker;

CREATE VIEW statements AS
SELECT substr(document.key, 1, 12) || '-s' || statement.statement AS row,
       speaker.name AS speaker, speaker.code AS speaker_code, speaker.role AS speaker_role,
       addressee.name AS addressee, statement.kind, statement.polarity, statement.thought,
       statement.content,
       coalesce(time.begins, document.published) AS date, statement.rule,
       document.title, document.source, document.url, document.published,
       document.id AS document, statement.reading, statement.statement
FROM current JOIN statement USING (reading) JOIN document USING (document)
LEFT JOIN time ON time.reading = statement.reading AND time.time = statement.time
LEFT JOIN entity AS speaker ON speaker.reading = statement.reading
  AND speaker.entity = statement.speaker
LEFT JOIN entity AS addressee ON addressee.reading = statement.reading
  AND addressee.entity = statement.addressee;

CREATE VIEW stances AS
SELECT substr(document.key, 1, 12) || '-x' || stance.stance AS row,
       giver.name AS giver, giver.code AS giver_code,
       target.name AS target, target.code AS target_code,
       stance.sign, stance.strength, stance.basis, stance.issue,
       speaker.name AS claimed_by, stance.rule,
       document.published AS date,
       CAST(substr(CAST(document.text AS BLOB), stance.first + 1,
                   stance.last - stance.first) AS TEXT) AS words,
       document.title, document.source, document.url, document.published,
       document.id AS document, stance.reading, stance.stance
FROM current JOIN stance USING (reading) JOIN document USING (document)
LEFT JOIN entity AS giver ON giver.reading = stance.reading AND giver.entity = stance.giver
LEFT JOIN entity AS target ON target.reading = stance.reading
  AND target.entity = stance.target
LEFT JOIN statement ON statement.reading = stance.reading
  AND statement.statement = stance.claimed_by
LEFT JOIN entity AS speaker ON speaker.reading = stance.reading
  AND speaker.entity = statement.speaker;

CREATE VIEW documents AS
SELECT document.id, document.title, document.source, document.url, document.published,
       document.updated, document.lang, length(document.text) AS letters,
       (SELECT count(*) FROM event WHERE event.reading = current.reading) AS events,
       (SELECT count(*) FROM statement WHERE statement.reading = current.reading)
         AS statements,
       (SELECT count(*) FROM stance WHERE stance.reading = current.reading) AS stances,
       document.key
FROM current JOIN document USING (document);
