CREATE SCHEMA k_ext;
CREATE EXTENSION hstore SCHEMA k_ext;
CREATE EXTENSION citext SCHEMA k_ext;
CREATE EXTENSION pg_trgm SCHEMA k_ext;
CREATE EXTENSION btree_gist SCHEMA k_ext;
CREATE EXTENSION cube SCHEMA k_ext;
CREATE EXTENSION earthdistance SCHEMA k_ext;
CREATE EXTENSION ltree SCHEMA k_ext;
CREATE EXTENSION "uuid-ossp" SCHEMA k_ext;
CREATE EXTENSION pg_stat_statements SCHEMA k_ext;
COMMENT ON EXTENSION citext IS 'ours';
COMMENT ON EXTENSION ltree IS NULL;
-- Members: their own changes only.
REVOKE EXECUTE ON FUNCTION k_ext.uuid_generate_v4() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION k_ext.uuid_generate_v4() TO cat_writer;
REVOKE SELECT ON k_ext.pg_stat_statements FROM PUBLIC;
GRANT SELECT ON k_ext.pg_stat_statements TO cat_reader WITH GRANT OPTION;
COMMENT ON TYPE k_ext.hstore IS 'a map';
-- Objects that use members.
CREATE TABLE k_ext.users (
  id uuid DEFAULT k_ext.uuid_generate_v4() PRIMARY KEY,
  email k_ext.citext UNIQUE,
  settings k_ext.hstore DEFAULT ''::k_ext.hstore,
  path k_ext.ltree,
  during tstzrange,
  room int,
  EXCLUDE USING gist (room k_ext.gist_int4_ops WITH =, during WITH &&)
);
CREATE INDEX users_email_trgm ON k_ext.users USING gin ((email::text) k_ext.gin_trgm_ops);
CREATE INDEX users_path ON k_ext.users USING gist (path k_ext.gist_ltree_ops (siglen = 100));
CREATE INDEX users_settings ON k_ext.users USING gin (settings);
CREATE VIEW k_ext.emails AS SELECT email, settings OPERATOR(k_ext.->) 'theme' AS theme FROM k_ext.users
  WHERE email OPERATOR(k_ext.=) 'a@example.com'::k_ext.citext;
