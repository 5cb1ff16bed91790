-- Owners of what an extension or initdb made.
-- alone
CREATE SCHEMA k_members;
CREATE EXTENSION hstore SCHEMA k_members;
CREATE EXTENSION pg_stat_statements SCHEMA k_members;
ALTER TYPE k_members.hstore OWNER TO cat_owner;
ALTER FUNCTION k_members.hstore_to_json(k_members.hstore) OWNER TO cat_writer;
ALTER VIEW k_members.pg_stat_statements OWNER TO cat_owner;
GRANT SELECT ON k_members.pg_stat_statements TO cat_reader;
ALTER FUNCTION pg_stat_reset() OWNER TO cat_owner;
