--! SCHEMA d_owned
ALTER SCHEMA d_owned OWNER TO pg_monitor;
--! SCHEMA d_granted
GRANT USAGE ON SCHEMA d_granted TO pg_monitor;
--! EXTENSION hstore
ALTER EXTENSION hstore SET SCHEMA public;
--! TYPE d.mood
ALTER TYPE d.mood ADD VALUE 'angry' BEFORE 'happy';
--! TYPE d.pair
ALTER TYPE d.pair ALTER ATTRIBUTE a TYPE bigint;
--! TYPE d.span
GRANT USAGE ON TYPE d.span TO pg_monitor;
--! TYPE d.owned
ALTER TYPE d.owned OWNER TO pg_monitor;
--! DOMAIN d.positive
ALTER DOMAIN d.positive DROP CONSTRAINT positive_check;
--! DOMAIN d.given
ALTER DOMAIN d.given SET DEFAULT 'b';
--! DOMAIN d.needed
ALTER DOMAIN d.needed SET NOT NULL;
--! COLLATION d.order_of_c
DROP COLLATION d.order_of_c; CREATE COLLATION d.order_of_c (provider = libc, locale = 'POSIX');
--! CONVERSION d.latin
DROP CONVERSION d.latin; CREATE DEFAULT CONVERSION d.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
--! FUNCTION d.body
CREATE OR REPLACE FUNCTION d.body() RETURNS integer LANGUAGE sql AS 'SELECT 2';
--! FUNCTION d.volatility
ALTER FUNCTION d.volatility() STABLE;
--! FUNCTION d.definer
ALTER FUNCTION d.definer() SECURITY DEFINER;
--! FUNCTION d.path
ALTER FUNCTION d.path() SET search_path = pg_catalog;
--! FUNCTION d.defaulted integer
CREATE OR REPLACE FUNCTION d.defaulted(a integer DEFAULT 2) RETURNS integer LANGUAGE sql AS 'SELECT 1';
--! FUNCTION d.revoked
REVOKE EXECUTE ON FUNCTION d.revoked() FROM PUBLIC;
--! FUNCTION d.overloaded text
ALTER FUNCTION d.overloaded(text) STRICT;
--! PROCEDURE d.work
CREATE OR REPLACE PROCEDURE d.work() LANGUAGE sql AS 'SELECT 2';
--! AGGREGATE d.total integer
CREATE OR REPLACE AGGREGATE d.total(integer) (sfunc = int4pl, stype = integer, initcond = '7');
--! OPERATOR d.=== integer, integer
ALTER OPERATOR d.=== (integer, integer) SET (restrict = eqsel);
--! OPERATOR_FAMILY d.family btree
ALTER OPERATOR FAMILY d.family USING btree ADD FUNCTION 1 (integer, integer) btint4cmp(integer, integer);
--! OPERATOR_CLASS d.by_value hash
ALTER OPERATOR CLASS d.by_value USING hash OWNER TO pg_monitor;
--! CAST d.mood AS integer
DROP CAST (d.mood AS integer); CREATE CAST (d.mood AS integer) WITH INOUT;
--! TEXT_SEARCH_DICTIONARY d.words
ALTER TEXT SEARCH DICTIONARY d.words (accept = false);
--! TEXT_SEARCH_CONFIGURATION d.search
ALTER TEXT SEARCH CONFIGURATION d.search DROP MAPPING FOR url;
--! FOREIGN_DATA_WRAPPER d_wrapper
ALTER FOREIGN DATA WRAPPER d_wrapper OPTIONS (ADD depth '2');
--! FOREIGN_SERVER d_server
ALTER SERVER d_server VERSION '2';
--! USER_MAPPING public d_server
ALTER USER MAPPING FOR PUBLIC SERVER d_server OPTIONS (SET tenant 'b');
--! FOREIGN_TABLE d.file
ALTER FOREIGN TABLE d.file OPTIONS (SET filename '/b');
--! SEQUENCE d.counter
ALTER SEQUENCE d.counter INCREMENT BY 5;
--! SEQUENCE d.lent
GRANT USAGE ON SEQUENCE d.lent TO pg_monitor;
--! TABLE d.typed
ALTER TABLE d.typed ALTER v TYPE varchar(20);
--! TABLE d.nullable
ALTER TABLE d.nullable ALTER id SET NOT NULL;
--! TABLE d.added
ALTER TABLE d.added ADD v text;
--! TABLE d.dropped
ALTER TABLE d.dropped DROP gone;
--! TABLE d.defaulted
ALTER TABLE d.defaulted ALTER id SET DEFAULT 2;
--! TABLE d.identified
ALTER TABLE d.identified ALTER id SET GENERATED ALWAYS;
--! TABLE d.secured
ALTER TABLE d.secured ENABLE ROW LEVEL SECURITY;
--! TABLE d.forced
ALTER TABLE d.forced FORCE ROW LEVEL SECURITY;
--! TABLE d.stored
ALTER TABLE d.stored ALTER v SET STORAGE EXTERNAL;
--! TABLE d.filled
ALTER TABLE d.filled SET (fillfactor = 50);
--! TABLE d.logged
ALTER TABLE d.logged SET UNLOGGED;
--! TABLE d.replicated
ALTER TABLE d.replicated REPLICA IDENTITY FULL;
--! TABLE d.granted
GRANT INSERT ON d.granted TO pg_monitor;
--! TABLE d.granted_column
GRANT SELECT (v) ON d.granted_column TO pg_monitor;
--! TABLE d.handed
ALTER TABLE d.handed OWNER TO pg_monitor;
--! TABLE d.measured
ALTER TABLE d.measured ALTER id SET STATISTICS 7;
--! TABLE d.options
ALTER TABLE d.options ALTER id SET (n_distinct = 5);
--! TABLE d.child
ALTER TABLE d.child INHERIT d.parent;
--! TABLE d.part
ALTER TABLE d.parts ATTACH PARTITION d.part FOR VALUES FROM (1) TO (10);
--! TABLE d.collated
ALTER TABLE d.collated ALTER v TYPE text COLLATE "C";
--! TABLE d.told
COMMENT ON COLUMN d.told.id IS 'told';
--! TABLE d.t
ALTER TABLE d.t DROP CONSTRAINT checked, ADD CONSTRAINT checked CHECK (a > 1);
--! CONSTRAINT d.referring t
ALTER TABLE d.t DROP CONSTRAINT referring, ADD CONSTRAINT referring FOREIGN KEY (a) REFERENCES d.referred (id) ON DELETE CASCADE;
--! CONSTRAINT d.once t
ALTER TABLE d.t DROP CONSTRAINT once, ADD CONSTRAINT once UNIQUE (b) DEFERRABLE;
--! INDEX d.by_a
DROP INDEX d.by_a; CREATE INDEX by_a ON d.t (a DESC);
--! INDEX d.by_predicate
DROP INDEX d.by_predicate; CREATE INDEX by_predicate ON d.t (a) WHERE b > 1;
--! STATISTICS d.ab
DROP STATISTICS d.ab; CREATE STATISTICS d.ab (dependencies) ON a, b FROM d.t;
--! VIEW d.shown
CREATE OR REPLACE VIEW d.shown AS SELECT id FROM d.t WHERE a > 0;
--! VIEW d.guarded
ALTER VIEW d.guarded SET (security_barrier = true);
--! MATERIALIZED_VIEW d.kept
DROP MATERIALIZED VIEW d.kept; CREATE MATERIALIZED VIEW d.kept AS SELECT id FROM d.t WHERE a > 0;
--! RULE d.silent told
CREATE OR REPLACE RULE silent AS ON INSERT TO d.told WHERE new.id > 0 DO INSTEAD NOTHING;
--! TRIGGER d.before_a t
CREATE OR REPLACE TRIGGER before_a AFTER INSERT ON d.t FOR EACH ROW EXECUTE FUNCTION d.on_change();
--! TRIGGER d.switched t
ALTER TABLE d.t DISABLE TRIGGER switched;
--! POLICY d.mine t
ALTER POLICY mine ON d.t USING (id > 1);
--! POLICY d.theirs t
ALTER POLICY theirs ON d.t TO pg_monitor;
--! PUBLICATION d_pub
ALTER PUBLICATION d_pub SET (publish = 'insert');
--! EVENT_TRIGGER d_event
ALTER EVENT TRIGGER d_event DISABLE;
--! DEFAULT_PRIVILEGES d_granted.postgres TABLES
ALTER DEFAULT PRIVILEGES IN SCHEMA d_granted GRANT INSERT ON TABLES TO pg_monitor;
