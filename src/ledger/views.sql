-- Views: what to query. They show the latest edition's reading of each document.
--
-- A ledger's views are made anew where a newer program writes to it. 'ask --as-of' makes
-- them once more for its own connection, over fewer readings: `known` must stay first.

CREATE VIEW known AS SELECT reading, document, edition FROM reading;

CREATE VIEW current AS
SELECT known.reading, known.document FROM known
WHERE known.edition = (SELECT max(other.edition) FROM known AS other
                       WHERE other.document = known.document);

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
       event.date,
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
       statement.date, statement.rule,
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
       stance.date,
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
       document.updated, document.lang, reading.language,
       reading.language <> 'en' AS unread, length(document.text) AS letters,
       (SELECT count(*) FROM event WHERE event.reading = current.reading) AS events,
       (SELECT count(*) FROM statement WHERE statement.reading = current.reading)
         AS statements,
       (SELECT count(*) FROM stance WHERE stance.reading = current.reading) AS stances,
       document.key
FROM current JOIN reading USING (reading) JOIN document ON document.document = current.document;

-- Documents that no row is from, for they are not in English.
CREATE VIEW unread AS
SELECT id, language, title, source, url, published, letters, key
FROM documents WHERE unread;

CREATE VIEW corrections AS
SELECT substr(document.key, 1, 12) || '-' || correction.list || correction.number AS row,
       correction.verdict, correction.changes, correction.reviewer, correction.made,
       correction.reason, original.rows AS machine_rows, document.id AS document
FROM correction JOIN reading USING (reading) JOIN document USING (document)
LEFT JOIN original ON original.reading = correction.reading
  AND original.list = correction.list AND original.number = correction.number;

CREATE VIEW copies AS
SELECT document.id AS document, document.published, document.source, document.title,
       copy.kind, original.id AS original, original.published AS original_published,
       original.source AS original_source, original.title AS original_title,
       copy.alike, copy.contained, document.url, original.url AS original_url
FROM copy CROSS JOIN document USING (document) CROSS JOIN current USING (document)
CROSS JOIN document AS original ON original.document = copy.original
WHERE copy.document <> copy.original;

CREATE VIEW revisions AS
SELECT document.id AS document, coalesce(document.updated, document.published) AS published,
       document.source, document.title, earlier.id AS earlier,
       coalesce(earlier.updated, earlier.published) AS earlier_published,
       earlier.title AS earlier_title, revision.basis, revision.alike, revision.removed,
       revision.added, document.url
FROM revision CROSS JOIN document USING (document) CROSS JOIN current USING (document)
CROSS JOIN document AS earlier ON earlier.document = revision.earlier;

CREATE VIEW stories AS
SELECT first.published AS first_report,
       (SELECT max(published) FROM story AS m JOIN current USING (document)
        JOIN document USING (document) WHERE m.story = story.story) AS latest_report,
       (SELECT count(*) FROM story AS m JOIN current USING (document)
        WHERE m.story = story.story) AS documents,
       (SELECT count(DISTINCT original) FROM story AS m JOIN current USING (document)
        JOIN copy USING (document) WHERE m.story = story.story) AS sources,
       (SELECT count(DISTINCT source) FROM story AS m JOIN current USING (document)
        JOIN document USING (document) WHERE m.story = story.story) AS publishers,
       (SELECT count(*) FROM story AS m JOIN current USING (document)
        JOIN same_event USING (reading) WHERE m.story = story.story AND leads = 1)
         AS happenings,
       first.title, first.source, first.id AS document, first.url, story.story
FROM story JOIN document AS first ON first.document = story.document
JOIN current ON current.document = story.document
WHERE story.document = story.story;

CREATE VIEW reported_events AS
SELECT events.date, events.actor, events.actor_code, events.type, events.mode,
       events.recipient, events.recipient_code, events.place, events.place_country,
       events.lat, events.lon, events.polarity, events.modality,
       (SELECT count(*) FROM same_event AS m JOIN current USING (reading)
        WHERE m.happening = lead.happening) AS reports,
       (SELECT count(DISTINCT current.document) FROM same_event AS m
        JOIN current USING (reading) WHERE m.happening = lead.happening) AS documents,
       (SELECT count(DISTINCT original) FROM same_event AS m
        JOIN current USING (reading) JOIN copy USING (document)
        WHERE m.happening = lead.happening) AS sources,
       (SELECT count(DISTINCT source) FROM same_event AS m
        JOIN current USING (reading) JOIN document USING (document)
        WHERE m.happening = lead.happening) AS publishers,
       (SELECT min(published) FROM same_event AS m JOIN current USING (reading)
        JOIN document USING (document) WHERE m.happening = lead.happening)
         AS first_report,
       (SELECT max(published) FROM same_event AS m JOIN current USING (reading)
        JOIN document USING (document) WHERE m.happening = lead.happening)
         AS latest_report,
       (SELECT group_concat(substr(document.key, 1, 12) || '-e' || m.event, ' ')
        FROM same_event AS m JOIN current USING (reading) JOIN document USING (document)
        WHERE m.happening = lead.happening) AS rows,
       events.words, events.title, lead.happening, events.reading, events.event
FROM same_event AS lead JOIN events USING (reading, event)
WHERE lead.leads = 1;

CREATE VIEW one_a_day AS
SELECT event.date, actor.code AS actor_code, event.type, coalesce(event.mode, '') AS mode,
       recipient.code AS recipient_code, max(event.quad) AS quad,
       avg(event.score) AS score, count(*) AS reports,
       count(DISTINCT current.document) AS documents,
       dyad.actor_country, dyad.recipient_country
FROM event CROSS JOIN current USING (reading) CROSS JOIN dyad USING (reading, event)
LEFT JOIN who AS actor ON actor.who = dyad.actor
LEFT JOIN who AS recipient ON recipient.who = dyad.recipient
WHERE event.polarity = '+' AND event.modality = 'asserted'
GROUP BY event.date, actor.code, event.type, coalesce(event.mode, ''), recipient.code;

CREATE VIEW runs AS
SELECT run.run, run.started, run.finished, run.read, run.known, run.failed,
       edition.version, edition.model, edition.lexicon, run.upto, run.options
FROM run JOIN edition USING (edition);
