CREATE SCHEMA k_opc;
CREATE FUNCTION k_opc.cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT CASE WHEN $1 > $2 THEN -1 WHEN $1 < $2 THEN 1 ELSE 0 END';
CREATE FUNCTION k_opc.lt(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > $2';
CREATE FUNCTION k_opc.gt(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 < $2';
CREATE OPERATOR k_opc.<! (FUNCTION = k_opc.lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(k_opc.>!));
CREATE OPERATOR k_opc.>! (FUNCTION = k_opc.gt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(k_opc.<!));
CREATE OPERATOR FAMILY k_opc.fam USING btree;
CREATE OPERATOR CLASS k_opc.reversed FOR TYPE int USING btree FAMILY k_opc.fam AS
  OPERATOR 1 k_opc.<!, OPERATOR 3 pg_catalog.=, OPERATOR 5 k_opc.>!, FUNCTION 1 k_opc.cmp(int, int);
CREATE OPERATOR CLASS k_opc.own_family FOR TYPE int USING hash AS OPERATOR 1 pg_catalog.=(int, int), FUNCTION 1 hashint4(int), FUNCTION 2 hashint4extended(int, int8);
CREATE TYPE k_opc.n AS ENUM ('a');
CREATE OPERATOR CLASS k_opc.default_for_n DEFAULT FOR TYPE k_opc.n USING hash AS OPERATOR 1 pg_catalog.=(anyenum, anyenum), FUNCTION 1 hashenum(anyenum);
ALTER OPERATOR FAMILY k_opc.fam USING btree ADD OPERATOR 1 pg_catalog.<(int8, int8), OPERATOR 2 pg_catalog.<=(int8, int8), OPERATOR 3 pg_catalog.=(int8, int8), OPERATOR 4 pg_catalog.>=(int8, int8), OPERATOR 5 pg_catalog.>(int8, int8), FUNCTION 1 (int8, int8) btint8cmp(int8, int8);
CREATE OPERATOR FAMILY k_opc.empty_family USING gist;
CREATE OPERATOR CLASS k_opc.points FOR TYPE point USING gist AS STORAGE box, OPERATOR 1 pg_catalog.<<(point, point), OPERATOR 15 pg_catalog.<->(point, point) FOR ORDER BY pg_catalog.float_ops,
  FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal),
  FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal);
COMMENT ON OPERATOR CLASS k_opc.reversed USING btree IS 'reversed';
COMMENT ON OPERATOR FAMILY k_opc.fam USING btree IS 'a family';
ALTER OPERATOR CLASS k_opc.reversed USING btree OWNER TO cat_owner;
ALTER OPERATOR FAMILY k_opc.fam USING btree OWNER TO cat_owner;
CREATE TABLE k_opc.t (a int, b k_opc.n);
CREATE INDEX t_a ON k_opc.t (a k_opc.reversed);
CREATE INDEX t_b ON k_opc.t USING hash (b k_opc.default_for_n);
