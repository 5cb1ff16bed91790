CREATE SCHEMA k_forbidden;
-- Indexes with functions that the table's owner may no longer run.
CREATE TABLE k_forbidden.t (id int, r int4range);
CREATE FUNCTION k_forbidden.inner(x int) RETURNS int LANGUAGE sql IMMUTABLE RETURN x + 1;
CREATE FUNCTION k_forbidden."outer (x)"(x int, y text) RETURNS int LANGUAGE sql IMMUTABLE RETURN k_forbidden.inner(x);
CREATE FUNCTION k_forbidden.same(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR k_forbidden.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = k_forbidden.same);
CREATE INDEX by_function ON k_forbidden.t ((k_forbidden."outer (x)"(1, 'a')));
CREATE INDEX by_operator ON k_forbidden.t (id) WHERE 1 OPERATOR(k_forbidden.===) 1;
ALTER TABLE k_forbidden.t ADD CONSTRAINT by_constraint EXCLUDE USING gist (r WITH &&, int4range(0, k_forbidden.inner(1)) WITH &&);
CREATE MATERIALIZED VIEW k_forbidden.mv AS SELECT 1 AS id WITH NO DATA;
CREATE INDEX of_mv ON k_forbidden.mv ((k_forbidden.inner(2)));
ALTER TABLE k_forbidden.t OWNER TO cat_owner;
ALTER MATERIALIZED VIEW k_forbidden.mv OWNER TO cat_owner;
GRANT EXECUTE ON FUNCTION k_forbidden.inner(int) TO cat_reader;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA k_forbidden FROM PUBLIC;
