-- Built when the first import ends: rows come in faster without them.
CREATE INDEX IF NOT EXISTS entity_by_code ON entity (country, sector, grp);
CREATE INDEX IF NOT EXISTS entity_by_name ON entity (name);
CREATE INDEX IF NOT EXISTS event_by_type ON event (type);
CREATE INDEX IF NOT EXISTS party_by_entity ON party (reading, entity, side);
CREATE INDEX IF NOT EXISTS time_by_begin ON time (begins);
CREATE INDEX IF NOT EXISTS document_by_date ON document (published);
CREATE INDEX IF NOT EXISTS place_by_country ON place (country);
