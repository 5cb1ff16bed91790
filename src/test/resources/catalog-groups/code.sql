CREATE SCHEMA code;
CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;
COMMENT ON FUNCTION ext.akeys(ext.hstore) IS 'mine';
REVOKE EXECUTE ON FUNCTION ext.akeys(ext.hstore) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ext.akeys(ext.hstore) TO catalog_bob;
REVOKE EXECUTE ON FUNCTION pg_sleep(double precision) FROM PUBLIC;
GRANT SELECT (rolname) ON pg_authid TO catalog_bob;
CREATE TABLE code.t (a int, h ext.hstore);
CREATE FUNCTION code.f(a int, b text DEFAULT 'x', OUT c int) LANGUAGE plpgsql
  AS $$ BEGIN c := 1; END $$;
CREATE FUNCTION code.f(a text) RETURNS text LANGUAGE sql
  SET search_path TO code, public SET work_mem = '1MB' COST 5 LEAKPROOF STRICT SECURITY DEFINER
  PARALLEL SAFE AS 'SELECT $1';
COMMENT ON FUNCTION code.f(int, text) IS 'does';
CREATE FUNCTION code.rows() RETURNS SETOF code.t LANGUAGE sql STABLE
  BEGIN ATOMIC SELECT * FROM code.t; END;
REVOKE ALL ON FUNCTION code.rows() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION code.rows() TO catalog_bob;
CREATE PROCEDURE code.p(a int, INOUT b int) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION code.w(int) RETURNS int LANGUAGE internal WINDOW AS 'window_row_number';
CREATE AGGREGATE code.sum2(int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE AGGREGATE code.pct(double precision ORDER BY anyelement) (sfunc = ordered_set_transition,
  stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
CREATE AGGREGATE code.moving(int) (sfunc = int4pl, stype = int, msfunc = int4pl,
  minvfunc = int4mi, mstype = int, parallel = safe, combinefunc = int4pl,
  sortop = OPERATOR(pg_catalog.>), minitcond = '0');
CREATE AGGREGATE code.cnt(*) (sfunc = int8inc, stype = int8, initcond = '0');
CREATE FUNCTION code.handler() RETURNS language_handler LANGUAGE c
  AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE lang1 HANDLER code.handler;
GRANT USAGE ON LANGUAGE lang1 TO catalog_bob;
CREATE FUNCTION code.evt() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')
  EXECUTE FUNCTION code.evt();
ALTER EVENT TRIGGER et DISABLE;
CREATE EVENT TRIGGER et2 ON sql_drop EXECUTE FUNCTION code.evt();
CREATE PUBLICATION p1 FOR TABLE code.t (a) WHERE (a > 0) WITH (publish = 'insert');
CREATE PUBLICATION p2 FOR TABLES IN SCHEMA code WITH (publish_via_partition_root);
CREATE SUBSCRIPTION s1 CONNECTION 'host=localhost dbname=x user=u' PUBLICATION p1, p2
  WITH (connect = false, slot_name = NONE, binary, streaming = parallel, origin = none);
ALTER DEFAULT PRIVILEGES FOR ROLE catalog_bob IN SCHEMA code
  GRANT SELECT ON TABLES TO catalog_carl;
ALTER DEFAULT PRIVILEGES FOR ROLE catalog_bob REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE catalog_carl
  GRANT ALL ON SCHEMAS TO catalog_bob WITH GRANT OPTION;
