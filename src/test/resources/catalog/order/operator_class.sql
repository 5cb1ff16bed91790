-- Sorting and comparing find their operators through an operator class, which pg_depend does not
-- say of views, while a function that takes a view's rows pulls the view to the front.
CREATE SCHEMA k_opord;
CREATE TYPE k_opord.z AS (v int);
CREATE FUNCTION k_opord.z_less(k_opord.z, k_opord.z) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.v > $2.v';
CREATE FUNCTION k_opord.z_same(k_opord.z, k_opord.z) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.v = $2.v';
CREATE FUNCTION k_opord.z_order(k_opord.z, k_opord.z) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $2.v - $1.v';
CREATE OPERATOR k_opord.<@@ (FUNCTION = k_opord.z_less, LEFTARG = k_opord.z, RIGHTARG = k_opord.z);
CREATE OPERATOR k_opord.=@@ (FUNCTION = k_opord.z_same, LEFTARG = k_opord.z, RIGHTARG = k_opord.z, COMMUTATOR = OPERATOR(k_opord.=@@), MERGES);
CREATE OPERATOR CLASS k_opord.z_ops DEFAULT FOR TYPE k_opord.z USING btree AS
  OPERATOR 1 k_opord.<@@, OPERATOR 3 k_opord.=@@, FUNCTION 1 k_opord.z_order(k_opord.z, k_opord.z);
CREATE TABLE k_opord.t (q k_opord.z);
CREATE VIEW k_opord.sorted AS SELECT DISTINCT q FROM k_opord.t ORDER BY q;
CREATE FUNCTION k_opord.eats(k_opord.sorted) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION k_opord.reads() RETURNS SETOF k_opord.z LANGUAGE sql BEGIN ATOMIC SELECT q FROM k_opord.sorted UNION SELECT q FROM k_opord.t; END;
-- Here the class needs who needs its operators.
CREATE TYPE k_opord.y AS (v int);
CREATE FUNCTION k_opord.y_less(k_opord.y, k_opord.y) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.v < $2.v';
CREATE FUNCTION k_opord.y_same(k_opord.y, k_opord.y) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.v = $2.v';
CREATE OPERATOR k_opord.<@@ (FUNCTION = k_opord.y_less, LEFTARG = k_opord.y, RIGHTARG = k_opord.y);
CREATE OPERATOR k_opord.=@@ (FUNCTION = k_opord.y_same, LEFTARG = k_opord.y, RIGHTARG = k_opord.y);
CREATE FUNCTION k_opord.y_order(k_opord.y, k_opord.y) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN $1 OPERATOR(k_opord.<@@) $2 THEN -1 WHEN $1 OPERATOR(k_opord.=@@) $2 THEN 0 ELSE 1 END;
CREATE OPERATOR CLASS k_opord.y_ops DEFAULT FOR TYPE k_opord.y USING btree AS
  OPERATOR 1 k_opord.<@@, OPERATOR 3 k_opord.=@@, FUNCTION 1 k_opord.y_order(k_opord.y, k_opord.y);
