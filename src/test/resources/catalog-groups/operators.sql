CREATE SCHEMA k;
CREATE TYPE k.t1 AS (a int);
CREATE FUNCTION k.t1_to_int(k.t1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
CREATE CAST (k.t1 AS int) WITH FUNCTION k.t1_to_int(k.t1) AS ASSIGNMENT;
COMMENT ON CAST (k.t1 AS int) IS 'cast';
CREATE FUNCTION k.eq(k.t1, k.t1) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2.a';
CREATE FUNCTION k.ne(k.t1, k.t1) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1.a <> $2.a';
CREATE OPERATOR k.=== (FUNCTION = k.eq, LEFTARG = k.t1, RIGHTARG = k.t1,
  COMMUTATOR = OPERATOR(k.===), NEGATOR = OPERATOR(k.!==), RESTRICT = eqsel, JOIN = eqjoinsel,
  HASHES, MERGES);
CREATE OPERATOR k.!== (FUNCTION = k.ne, LEFTARG = k.t1, RIGHTARG = k.t1,
  NEGATOR = OPERATOR(k.===));
CREATE FUNCTION k.neg(k.t1) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OPERATOR k.@@@ (FUNCTION = k.neg, RIGHTARG = k.t1);
COMMENT ON OPERATOR k.@@@ (NONE, k.t1) IS 'prefix';
CREATE FUNCTION k.cmp(k.t1, k.t1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE FUNCTION k.lt(k.t1, k.t1) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1.a < $2.a';
CREATE OPERATOR k.<<< (FUNCTION = k.lt, LEFTARG = k.t1, RIGHTARG = k.t1);
CREATE OPERATOR FAMILY k.fam USING btree;
CREATE OPERATOR CLASS k.oc FOR TYPE k.t1 USING btree FAMILY k.fam AS
  OPERATOR 1 k.<<<, OPERATOR 3 k.===, FUNCTION 1 k.cmp(k.t1, k.t1);
CREATE FUNCTION k.eqi(k.t1, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2';
CREATE OPERATOR k.=== (FUNCTION = k.eqi, LEFTARG = k.t1, RIGHTARG = int);
ALTER OPERATOR FAMILY k.fam USING btree ADD OPERATOR 3 k.===(k.t1, int);
CREATE TABLE k.t (a k.t1);
CREATE INDEX ON k.t (a k.oc);
CREATE ACCESS METHOD am2 TYPE INDEX HANDLER bthandler;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE k.h2 (a int) USING heap2;
CREATE COLLATION k.german (provider = icu, locale = 'de-DE', deterministic = false);
CREATE COLLATION k.two (lc_collate = 'C', lc_ctype = 'POSIX');
CREATE CONVERSION k.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE FUNCTION k.fromsql(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textrecv';
CREATE FUNCTION k.tosql(internal) RETURNS k.t1 LANGUAGE internal IMMUTABLE AS 'textrecv';
CREATE TRANSFORM FOR k.t1 LANGUAGE plpgsql
  (FROM SQL WITH FUNCTION k.fromsql(internal), TO SQL WITH FUNCTION k.tosql(internal));
CREATE FUNCTION k.transformed(k.t1) RETURNS int TRANSFORM FOR TYPE k.t1 LANGUAGE plpgsql
  AS 'BEGIN RETURN 1; END';
CREATE TEXT SEARCH PARSER k.prs (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
  HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE k.tmpl (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY k.dict (TEMPLATE = k.tmpl, accept = false);
CREATE TEXT SEARCH DICTIONARY k.snow (TEMPLATE = snowball, language = 'english');
CREATE TEXT SEARCH CONFIGURATION k.cfg (PARSER = k.prs);
ALTER TEXT SEARCH CONFIGURATION k.cfg ADD MAPPING FOR asciiword, word WITH k.dict, k.snow;
COMMENT ON TEXT SEARCH CONFIGURATION k.cfg IS 'words';
CREATE OPERATOR k.<<| (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = OPERATOR(k.|>>), NEGATOR = OPERATOR(k.!<<|));
