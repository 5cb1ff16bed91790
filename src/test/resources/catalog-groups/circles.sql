CREATE SCHEMA c;
-- table <-> check
CREATE TABLE c.t (a int);
CREATE FUNCTION c.ok(c.t) RETURNS bool LANGUAGE sql AS 'SELECT true';
ALTER TABLE c.t ADD CONSTRAINT rowcheck CHECK (c.ok(t));
-- table <-> default
CREATE TABLE c.counted (a int);
CREATE FUNCTION c.next() RETURNS int LANGUAGE sql
  BEGIN ATOMIC SELECT count(*) FROM c.counted; END;
ALTER TABLE c.counted ALTER a SET DEFAULT c.next();
-- view <-> its rule
CREATE VIEW c.v AS SELECT 1 AS a, 'x'::text AS b;
CREATE FUNCTION c.vf() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a FROM c.v; END;
CREATE OR REPLACE VIEW c.v AS SELECT c.vf() AS a, 'y'::text AS b;
CREATE VIEW c.self AS SELECT 1 AS a;
CREATE OR REPLACE VIEW c.self AS SELECT a FROM c.self;
-- functions in SQL-standard form
CREATE FUNCTION c.m1() RETURNS int LANGUAGE sql RETURN 1;
CREATE FUNCTION c.m2() RETURNS int LANGUAGE sql RETURN c.m1();
CREATE OR REPLACE FUNCTION c.m1() RETURNS int LANGUAGE sql RETURN c.m2();
CREATE FUNCTION c.rec(int) RETURNS int LANGUAGE sql RETURN 1;
CREATE OR REPLACE FUNCTION c.rec(int) RETURNS int LANGUAGE sql
  RETURN CASE WHEN $1 > 1 THEN c.rec($1 - 1) ELSE 1 END;
-- domain <-> check and default
CREATE DOMAIN c.d AS int;
CREATE FUNCTION c.df(c.d) RETURNS bool LANGUAGE sql AS 'SELECT true';
ALTER DOMAIN c.d ADD CONSTRAINT dc CHECK (c.df(VALUE));
CREATE DOMAIN c.e AS int;
CREATE FUNCTION c.ef(c.e) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER DOMAIN c.e SET DEFAULT c.ef(NULL);
-- type <-> its functions
CREATE TYPE c.base;
CREATE FUNCTION c.base_in(cstring) RETURNS c.base LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION c.base_out(c.base) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE c.base (INPUT = c.base_in, OUTPUT = c.base_out, LIKE = int4);
CREATE TABLE c.based (a c.base, b c.base[]);
CREATE TYPE c.undefined;
-- foreign keys
CREATE TABLE c.hen (id int PRIMARY KEY);
CREATE TABLE c.egg (id int PRIMARY KEY, hen int REFERENCES c.hen);
ALTER TABLE c.hen ADD egg int REFERENCES c.egg;
