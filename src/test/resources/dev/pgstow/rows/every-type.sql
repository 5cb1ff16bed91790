-- A table a kind of type; each row with its edge values. Loaded again, each has to be equal.
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION cube;
CREATE EXTENSION isn;

CREATE TYPE mood AS ENUM ('sad', 'it''s "ok"', 'null', '');
CREATE TYPE inner_part AS (n integer, note text, tags text[], doc jsonb);
CREATE TYPE outer_part AS (parts inner_part[], at timestamptz, raw bytea, rate float8, flag boolean, one inner_part);
CREATE TYPE nothing AS ();
CREATE TYPE floatrange2 AS RANGE (subtype = float8);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN short_text AS varchar(20);
CREATE DOMAIN days AS daterange CHECK (NOT isempty(VALUE));
CREATE DOMAIN part AS inner_part CHECK ((VALUE).n IS NULL OR (VALUE).n > 0);
CREATE DOMAIN words AS text[];
CREATE DOMAIN doc AS jsonb;

CREATE TABLE integers (a smallint, b integer, c bigint, d positive, e oid, f positive[]);
INSERT INTO integers VALUES
  (-32768, -2147483648, -9223372036854775808, 1, 0, '{1,NULL,3}'), (32767, 2147483647, 9223372036854775807, 2147483647, 4294967295, '{}'),
  (0, 0, 0, NULL, 2147483648, NULL), (9, -10, 99, 100, 9, '{{1,2},{3,4}}'), (-1, 999999999, -1000000000000000000, 7, 10, NULL);

CREATE TABLE numerics (a numeric, b numeric(12, 4), c numeric[], d money);
INSERT INTO numerics VALUES
  ('NaN', 'NaN', '{NaN,1.50,-0.001}', '-1234.56'), ('Infinity', 0, '{Infinity,-Infinity}', '0'), ('-Infinity', -0.0001, '{}', '92233720368547758.07'),
  (repeat('1234567890', 100)::numeric, 12345678.9, NULL, NULL), (('-0.' || repeat('0', 500) || repeat('9876543210', 50))::numeric, 1, NULL, NULL),
  (0.00000, 10000, NULL, NULL), (10000, 99999999.9999, NULL, NULL), (1e100, -10000.0001, NULL, NULL), (1e-100, 0.1, NULL, NULL), (100000000, 0.01, NULL, NULL),
  (0.0001, 0.001, NULL, NULL), (-123456789.00010000, NULL, NULL, NULL), (('1e131071')::numeric, NULL, NULL, NULL);

CREATE TABLE floats (a real, b double precision, c double precision[], d real[]);
INSERT INTO floats VALUES
  ('NaN', 'NaN', '{NaN,Infinity,-Infinity,-0}', '{1.5,-0}'), ('Infinity', '-Infinity', '{1e300,1e-300}', '{NaN}'), ('-0', '-0', NULL, NULL), (0, 0, '{}', NULL),
  ('3.4028235e38', '1.7976931348623157e308', NULL, NULL), ('1e-45', '5e-324', NULL, NULL), ('1.17549435e-38', '2.2250738585072014e-308', NULL, NULL),
  (0.1, 0.1, '{0.1,0.30000000000000004}', NULL), (16777216, 9007199254740993, NULL, NULL), (1e6, 1e15, NULL, NULL), (999999, 123456789012345.6, NULL, NULL), (1e-5, 1e-5, NULL, NULL),
  (33554432, 1e23, NULL, NULL), (8388608, 4503599627370496, NULL, NULL), (1e-4, 0.0001, NULL, NULL), (123456.7, 9.5367431640625e-07, NULL, NULL);

CREATE TABLE texts (a text, b varchar(30), c char(10), d name, e citext, f "char", g short_text, h mood, i mood[], j text[], k words, l words[], m xml);
INSERT INTO texts VALUES
  ('', '', '', '', '', '', '', '', '{}', '{}', '{}', NULL, '<a b="c">é</a>'),
  (E'quote " slash \\ / tab \t newline \n return \r \b \f \x01 \x1f \x7f', 'a"b', 'blank  ', 'a\b', 'MiXed', 'x', E'\t', 'it''s "ok"', '{sad,NULL,"null"}',
   ARRAY['a,b', '{c}', 'd"e', E'f\\g', 'NULL', NULL, '', ' ', E'\n'], ARRAY['x', NULL], '{"{a,\"b,\\\"c\\\"\"}",NULL}', '<?xml version="1.0"?><a/>'),
  ('日本語 🐘 é ' || chr(8232) || chr(1114109), 'null', 'é', 'null', 'NULL', '\200'::"char", 'NULL', 'null', NULL, ARRAY[ARRAY['a', 'b'], ARRAY['c', NULL]], NULL, NULL, NULL),
  (repeat('x', 7) || '"' || repeat('y', 8) || E'\\' || repeat('é', 9) || E'\n', NULL, NULL, NULL, NULL, NULL, NULL, 'sad', NULL, NULL, NULL, NULL, NULL);

CREATE TABLE times (a timestamptz, b timestamp, c date, d time, e timetz, f interval, g timestamptz[], h timestamp[], i interval[], j date[]);
INSERT INTO times VALUES
  ('infinity', '-infinity', 'infinity', '24:00', '24:00+15:59:59', '0', '{infinity,-infinity}', '{-infinity}', '{}', '{infinity}'),
  ('4713-01-01 00:00:00+00 BC', '4713-01-01 00:00:00 BC', '4713-01-01 BC', '00:00', '00:00-15:59', '-1 mon +2 days -03:04:05.000006', '{0044-03-15 12:00:00+00 BC}', '{0044-03-15 12:00:00 BC}', '{-1 days}', NULL),
  ('294276-12-31 23:59:59.999999+00', '294276-12-31 23:59:59.999999', '5874897-12-31', '23:59:59.999999', '12:34:56.789+02', '178956970 years', '{294276-12-31 23:59:59.999999+00}', '{2026-01-23 22:21:17.123}', NULL, '{5874897-12-31}'),
  ('2026-01-23 22:21:17.123456+05:30', '2026-01-23 22:21:17', '2000-02-29', '12:00:00.1', NULL, '1 year 2 mons 3 days 04:05:06.7', '{2026-01-23 22:21:17.5+00,NULL}', NULL, '{1 year,-00:00:00.000001}', NULL),
  ('0001-01-01 00:00:00+00', '0001-01-01', '0001-01-01 BC', '00:00:00.000001', NULL, '-178956970 years -8 mons', NULL, NULL, NULL, '{0001-12-31 BC}'),
  ('1999-12-31 23:59:59.999999+00', '1900-02-28 00:00:00.01', '1900-03-01', '01:02:03', NULL, '-00:00:00.5', NULL, NULL, NULL, NULL),
  ('9999-12-31 23:59:59+00', '10000-01-01', '10000-01-01', NULL, NULL, '1000000:00:00', NULL, NULL, NULL, NULL);
DO $$ BEGIN IF current_setting('server_version_num')::int >= 170000 THEN
  INSERT INTO times (f, i) VALUES ('infinity', '{-infinity}'), ('-infinity', NULL);
END IF; END $$;

CREATE TABLE documents (a json, b jsonb, c jsonb[], d json[], e doc, f hstore, g jsonb);
INSERT INTO documents VALUES
  ('{"b":1,  "a":[ ], "b":2}', '{"n": 123456789012345678901234567890.123456789, "e": 1e400}', ARRAY['{"a": "b,c}\""}'::jsonb, '1', '"x"', NULL], ARRAY['{"x" : 1}'::json], '{"a": {"b": []}}',
   'a=>"1, \"2\"", b=>NULL', 'false'),
  ('"text \\ \" é"', '"a\nb"', '{}', NULL, '[]', '', '0'), ('[1, 2.50, -0, 1E+2]', '[1.10, -0.0, 1e2]', NULL, NULL, '"null"', NULL, '""'), (E'{\n  "lines":\r\n 1\n}', '{}', NULL, NULL, NULL, NULL, '[null]');

CREATE TABLE binaries (a bytea, b bytea[], c bit(5), d varbit, e uuid, f uuid[]);
INSERT INTO binaries VALUES
  ((SELECT decode(string_agg(lpad(to_hex(n), 2, '0'), '' ORDER BY n), 'hex') FROM generate_series(0, 255) n), ARRAY['\x00ff'::bytea, ''::bytea, NULL], '10101', '', '00000000-0000-0000-0000-000000000000', '{}'),
  ('', '{}', '00000', '1', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11,NULL}'), (NULL, NULL, NULL, NULL, NULL, NULL), ('\x01', '{"\\x01","\\x0102"}', '11111', '101', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', NULL);

CREATE TABLE ranges (a int4range, b numrange, c tstzrange, d daterange, e int8multirange, f floatrange2, g days, h days[], i tsrange[], j int4range[]);
INSERT INTO ranges VALUES
  ('empty', '(,)', '[infinity,infinity]', '[2026-01-01,)', '{}', '[-Infinity,NaN]', '[2026-01-01,2026-02-01)', NULL, '{"[2026-01-01 00:00:00,)"}', '{empty,NULL}'),
  ('[1,5)', '[1.50,2.000]', '["2026-01-01 00:00:00+00","2026-02-01 12:30:00.5+02")', 'empty', '{[1,2),[5,9)}', '(0.1,0.2]', '(,)', ARRAY['[2026-01-01,2026-01-02)'::days], '{}', '{"[1,2)"}'),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

CREATE TABLE composites (a outer_part, b inner_part[], c part, d part[], e inner_part, f nothing);
INSERT INTO composites VALUES
  (ROW(ARRAY[ROW(1, 'a "b" \ (c), {d}', ARRAY['x,"y"', NULL, E'z\\'], '{"k": ["v", {"q": "\""}]}')::inner_part, NULL, ROW(NULL, NULL, NULL, NULL)::inner_part], '2026-01-23 22:21:17.5+00', '\x00ff', 'NaN', true,
    ROW(-1, '', '{}', '[1, 2]')), ARRAY[ROW(1, 'x', NULL, NULL)::inner_part, ROW(2, E'\n', ARRAY[ARRAY['p', 'q']], '"s"')::inner_part], ROW(5, NULL, NULL, NULL), ARRAY[ROW(6, 'six', NULL, NULL)::part], ROW(NULL, NULL, NULL, NULL), ROW()),
  (NULL, '{}', NULL, NULL, NULL, NULL), (ROW(NULL, NULL, NULL, NULL, NULL, NULL), NULL, NULL, '{NULL}', ROW(0, 'NULL', '{"NULL",NULL}', '{}'), NULL),
  (ROW('{}', 'infinity', '', '-0', false, NULL), NULL, NULL, NULL, ROW(1, ' ', ARRAY[''], '0'), NULL);

CREATE TABLE others (
  a inet, b cidr, c macaddr, d macaddr8, e point, f box, g path, h polygon, i circle, j line, k lseg, l box[], m tsvector, n tsquery, o pg_lsn, p xid8,
  q regclass, r int2vector, s oidvector, t jsonpath, u txid_snapshot, v ltree, w cube, x isbn13, y inet[], z pg_lsn[]);
INSERT INTO others VALUES
  ('10.0.0.1', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', '(1.5,-0)', '(1,2),(3,4)', '[(0,0),(1,1)]', '((0,0),(1,1),(2,0))', '<(1,2),0.1>', '{1,2,3}', '[(0,0),(1,1)]', '{(1,2),(3,4);(5,6),(7,8)}',
   '''a b'':1A,2 c', 'a & !(b | ''c d'':*)', '16/B374D848', '18446744073709551615', 'pg_class', '1 2 3', '1 2', '$.a[*] ? (@ > 1)', '10:20:10,14,15', 'Top.a_1.b', '(1,2),(3,4)', '978-0-11-000533-1', '{10.0.0.1,::1/64}', '{0/0}'),
  ('::ffff:1.2.3.4/128', '::/0', NULL, NULL, '(Infinity,NaN)', NULL, '((0,0),(1,1))', NULL, NULL, NULL, NULL, '{}', '', '', NULL, '0', '0', '', '', 'strict $', NULL, '', NULL, NULL, '{}', NULL);

CREATE TABLE no_columns ();
INSERT INTO no_columns DEFAULT VALUES;
INSERT INTO no_columns DEFAULT VALUES;
CREATE TABLE no_rows (a integer, b text);
CREATE TABLE "odd ""name"", {x}" ("odd "" \ key" text, "select" integer, "é" integer GENERATED ALWAYS AS (1 + 1) STORED);
INSERT INTO "odd ""name"", {x}" ("odd "" \ key", "select") VALUES ('v', 1);
