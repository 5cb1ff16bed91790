CREATE SCHEMA k_coll;
CREATE COLLATION k_coll.copied FROM "C";
CREATE COLLATION k_coll.posix (LOCALE = 'POSIX');
CREATE COLLATION k_coll.split (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
COMMENT ON COLLATION k_coll.posix IS 'posix';
ALTER COLLATION k_coll.posix OWNER TO cat_owner;
CREATE TABLE k_coll.t (a text COLLATE k_coll.posix, b text COLLATE k_coll.copied);
CREATE INDEX t_a ON k_coll.t (a COLLATE k_coll.split);
CREATE VIEW k_coll.v AS SELECT a COLLATE k_coll.copied AS a FROM k_coll.t WHERE a < 'x' COLLATE k_coll.split;
