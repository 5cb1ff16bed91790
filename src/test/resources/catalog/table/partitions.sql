CREATE SCHEMA k_part;
CREATE TABLE k_part.events (id bigint NOT NULL, at timestamptz NOT NULL DEFAULT now(), kind text, payload jsonb DEFAULT '{}',
  CONSTRAINT kind_given CHECK (kind <> ''), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE k_part.events_2025 PARTITION OF k_part.events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE k_part.events_2026 PARTITION OF k_part.events FOR VALUES FROM ('2026-01-01') TO (MAXVALUE) PARTITION BY RANGE (id);
CREATE TABLE k_part.events_2026_a PARTITION OF k_part.events_2026 (payload DEFAULT '{"a": 1}', CONSTRAINT local_check CHECK (id > 0))
  FOR VALUES FROM (0) TO (100) WITH (fillfactor = 60);
CREATE TABLE k_part.listed (kind text) PARTITION BY LIST (kind);
CREATE TABLE k_part.listed_a PARTITION OF k_part.listed FOR VALUES IN ('a', 'A', 'it''s');
CREATE TABLE k_part.listed_null PARTITION OF k_part.listed FOR VALUES IN (NULL, 'n');
CREATE TABLE k_part.events_2026_rest PARTITION OF k_part.events_2026 DEFAULT;
CREATE TABLE k_part.events_old (kind text, payload jsonb, dropped int, at timestamptz NOT NULL, id bigint NOT NULL, CONSTRAINT kind_given CHECK (kind <> ''));
ALTER TABLE k_part.events_old DROP dropped;
ALTER TABLE k_part.events ATTACH PARTITION k_part.events_old FOR VALUES FROM (MINVALUE) TO ('2025-01-01');
CREATE INDEX events_kind ON k_part.events (kind, at DESC) WHERE kind IS NOT NULL;
CREATE INDEX events_2025_payload ON k_part.events_2025 USING gin (payload);
CREATE INDEX events_only ON ONLY k_part.events (id);
CREATE INDEX events_only_2025 ON k_part.events_2025 (id);
ALTER INDEX k_part.events_only ATTACH PARTITION k_part.events_only_2025;
CREATE TABLE k_part.hashed (id int, v text) PARTITION BY HASH (id);
CREATE TABLE k_part.hashed_0 PARTITION OF k_part.hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE k_part.hashed_1 PARTITION OF k_part.hashed FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE k_part.by_expression (a text, b int) PARTITION BY RANGE (lower(a) COLLATE "C" text_pattern_ops, (b + 1), b);
CREATE TABLE k_part.by_expression_1 PARTITION OF k_part.by_expression FOR VALUES FROM (MINVALUE, MINVALUE, MINVALUE) TO ('m', 0, 0);
CREATE TABLE k_part.refs (id int, event_id bigint, event_at timestamptz,
  CONSTRAINT refs_event FOREIGN KEY (event_id, event_at) REFERENCES k_part.events (id, at) ON DELETE CASCADE) PARTITION BY LIST (id);
CREATE TABLE k_part.refs_1 PARTITION OF k_part.refs FOR VALUES IN (1, 2);
ALTER TABLE k_part.refs_1 ADD CONSTRAINT refs_1_id CHECK (id IN (1, 2));
COMMENT ON TABLE k_part.events_2025 IS 'a partition';
GRANT SELECT ON k_part.events TO cat_reader;
GRANT SELECT (id) ON k_part.events_2025 TO cat_writer;
ALTER TABLE k_part.events_old OWNER TO cat_owner;
CREATE TABLE k_part.bools (b boolean, n numeric, d date) PARTITION BY LIST (b);
CREATE TABLE k_part.bools_true PARTITION OF k_part.bools FOR VALUES IN (true);
CREATE UNIQUE INDEX hashed_id ON k_part.hashed (id);
ALTER TABLE k_part.hashed_0 ALTER COLUMN v SET NOT NULL;
ALTER TABLE k_part.hashed_1 ALTER COLUMN v SET DEFAULT 'one';
