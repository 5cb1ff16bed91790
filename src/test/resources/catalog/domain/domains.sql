CREATE SCHEMA k_dom;
CREATE DOMAIN k_dom.plain AS int;
CREATE DOMAIN k_dom.full AS varchar(20) COLLATE "C" DEFAULT 'it''s' CONSTRAINT not_empty CHECK (VALUE <> '') CONSTRAINT "Short, please" CHECK (length(VALUE) < 10) NOT NULL;
CREATE DOMAIN k_dom.on_domain AS k_dom.plain DEFAULT 5 CHECK (VALUE > 0);
CREATE DOMAIN k_dom.arrays AS k_dom.plain[] CHECK (array_length(VALUE, 1) < 3);
CREATE DOMAIN k_dom.late AS text;
ALTER DOMAIN k_dom.late ADD CONSTRAINT unchecked CHECK (VALUE ~ 'a') NOT VALID;
CREATE FUNCTION k_dom.valid(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''no''';
CREATE DOMAIN k_dom.by_function AS text CHECK (k_dom.valid(VALUE));
COMMENT ON DOMAIN k_dom.full IS 'full';
COMMENT ON CONSTRAINT not_empty ON DOMAIN k_dom.full IS 'filled';
ALTER DOMAIN k_dom.full OWNER TO cat_owner;
REVOKE ALL ON DOMAIN k_dom.plain FROM PUBLIC;
GRANT USAGE ON DOMAIN k_dom.plain TO cat_reader;
CREATE TABLE k_dom.t (a k_dom.full DEFAULT 'own', b k_dom.on_domain, c k_dom.arrays);
CREATE TYPE k_dom.row_type AS (a int, b int);
CREATE DOMAIN k_dom.on_row AS k_dom.row_type CHECK ((VALUE).a > 0);
CREATE DOMAIN k_dom.ranged AS int4range CHECK (NOT isempty(VALUE));
-- The base got its default later, and one that has lost its own.
CREATE DOMAIN k_dom.base AS int;
CREATE DOMAIN k_dom.of_base AS k_dom.base;
ALTER DOMAIN k_dom.base SET DEFAULT 4;
CREATE DOMAIN k_dom.inherits AS k_dom.base;
CREATE DOMAIN k_dom.dropped AS k_dom.base;
ALTER DOMAIN k_dom.dropped DROP DEFAULT;
CREATE TABLE k_dom.of_bases (a k_dom.base, b k_dom.of_base);
-- Casts to and fro by functions.
CREATE TYPE k_dom.tc AS (a int);
CREATE FUNCTION k_dom.totc(text) RETURNS k_dom.tc LANGUAGE sql IMMUTABLE AS 'SELECT ROW(length($1))::k_dom.tc';
CREATE CAST (text AS k_dom.tc) WITH FUNCTION k_dom.totc(text);
CREATE DOMAIN k_dom.casting AS text CHECK ((VALUE::k_dom.tc).a > 2);
-- Tables named as if they were domains, or tables.
CREATE TABLE k_dom."domain late" (a int DEFAULT 1, CONSTRAINT unchecked UNIQUE (a));
CREATE TABLE k_dom."table domain late" (a int);
ALTER TABLE k_dom."table domain late" ADD CONSTRAINT unchecked CHECK (a > 0) NOT VALID;
CREATE RULE nothing AS ON DELETE TO k_dom."domain late" DO INSTEAD NOTHING;
CREATE TRIGGER touched AFTER UPDATE ON k_dom."domain late" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE POLICY reading ON k_dom."domain late" USING (a > 0);
