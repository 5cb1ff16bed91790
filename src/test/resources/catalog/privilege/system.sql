-- Privileges on what every new database has, and of columns beside those of their tables.
-- alone
GRANT SELECT ON TABLE pg_proc TO cat_reader;
REVOKE SELECT ON TABLE pg_proc FROM PUBLIC;
GRANT SELECT (proname, oid) ON TABLE pg_proc TO PUBLIC;
REVOKE SELECT (subname) ON TABLE pg_subscription FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_sleep(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_sleep(double precision) TO cat_writer WITH GRANT OPTION;
REVOKE USAGE ON TYPE pg_catalog.int4 FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO cat_owner, cat_writer;
CREATE SCHEMA k_sys;
CREATE EXTENSION pg_stat_statements SCHEMA k_sys;
REVOKE SELECT ON k_sys.pg_stat_statements FROM PUBLIC;
GRANT SELECT (userid, calls) ON k_sys.pg_stat_statements TO PUBLIC, cat_reader;
