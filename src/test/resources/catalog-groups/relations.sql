CREATE SCHEMA app;
CREATE SCHEMA "We ird";
COMMENT ON SCHEMA app IS 'it''s';
GRANT USAGE ON SCHEMA app TO catalog_bob WITH GRANT OPTION;
ALTER SCHEMA "We ird" OWNER TO catalog_bob;
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'it''s');
CREATE TYPE app.pair AS (a int, b text COLLATE "C");
COMMENT ON COLUMN app.pair.a IS 'first';
CREATE DOMAIN app.posint AS int DEFAULT 5 NOT NULL
  CONSTRAINT pos CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 1000);
COMMENT ON CONSTRAINT pos ON DOMAIN app.posint IS 'positive';

CREATE TABLE app.users (
  id serial PRIMARY KEY,
  name text NOT NULL DEFAULT 'x',
  mood app.mood,
  size app.posint,
  created timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT namelen CHECK (length(name) > 0));
COMMENT ON TABLE app.users IS 'people';
COMMENT ON COLUMN app.users.name IS 'called';
COMMENT ON CONSTRAINT namelen ON app.users IS 'not empty';
COMMENT ON CONSTRAINT users_pkey ON app.users IS 'key';
COMMENT ON INDEX app.users_pkey IS 'its index';
GRANT SELECT, INSERT ON app.users TO catalog_bob;
GRANT UPDATE (name) ON app.users TO "Catalog ""Alice""";
GRANT ALL ON app.users TO PUBLIC;
ALTER TABLE app.users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.users OWNER TO catalog_bob;
SET SESSION AUTHORIZATION catalog_bob;
GRANT SELECT ON app.users TO catalog_carl;
RESET SESSION AUTHORIZATION;
CREATE POLICY p1 ON app.users FOR SELECT TO catalog_bob, "Catalog ""Alice""" USING (id > 0);
CREATE POLICY p2 ON app.users AS RESTRICTIVE WITH CHECK (id > 0);

CREATE TABLE app.posts (
  id bigint GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 2 CYCLE) PRIMARY KEY,
  author int REFERENCES app.users (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  v int GENERATED ALWAYS AS (1 + 1) STORED,
  tags text[] DEFAULT '{}',
  UNIQUE (author, v) INCLUDE (tags) WITH (fillfactor = 70) DEFERRABLE);
CREATE INDEX ON app.posts USING gin (tags);
CREATE INDEX i2 ON app.posts ((v + 1), author DESC NULLS LAST);
ALTER INDEX app.i2 ALTER COLUMN 1 SET STATISTICS 77;
ALTER TABLE app.posts CLUSTER ON i2, REPLICA IDENTITY USING INDEX posts_pkey;
ALTER TABLE app.posts ADD CONSTRAINT nv CHECK (id < 100000) NOT VALID;
CREATE STATISTICS app.stat (dependencies, ndistinct) ON author, v FROM app.posts;
ALTER STATISTICS app.stat SET STATISTICS 50;

CREATE TABLE app.part (a int NOT NULL, b text) PARTITION BY RANGE (a);
CREATE TABLE app.part1 PARTITION OF app.part (b DEFAULT 'one') FOR VALUES FROM (0) TO (10);
CREATE TABLE app.part2 (b text, a int NOT NULL) PARTITION BY LIST (b);
CREATE TABLE app.part2a PARTITION OF app.part2 FOR VALUES IN ('x');
ALTER TABLE app.part ATTACH PARTITION app.part2 DEFAULT;
CREATE INDEX ON app.part (b);
CREATE TABLE app.keyed (a int PRIMARY KEY, b int) PARTITION BY HASH (a);
CREATE TABLE app.keyed0 PARTITION OF app.keyed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE app.keyed1 PARTITION OF app.keyed FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE app.refers (a int REFERENCES app.keyed);

CREATE TABLE app.parent (x int DEFAULT 3, y text NOT NULL);
CREATE TABLE app.child (z int) INHERITS (app.parent);
ALTER TABLE app.child ALTER COLUMN x SET DEFAULT 9;
CREATE TABLE app.silent () INHERITS (app.parent);
ALTER TABLE app.silent ALTER COLUMN x DROP DEFAULT;
ALTER TABLE app.parent ADD CONSTRAINT positive CHECK (x > 0);
CREATE TABLE app.turned (y text NOT NULL, x int, CONSTRAINT positive CHECK (x > 0));
ALTER TABLE app.turned INHERIT app.parent;

CREATE UNLOGGED TABLE app.ul (a int, b text COMPRESSION pglz)
  WITH (fillfactor = 50, toast.autovacuum_enabled = false);
ALTER TABLE app.ul ALTER a SET STATISTICS 5, ALTER a SET (n_distinct = 0.5),
  ALTER b SET STORAGE EXTERNAL, REPLICA IDENTITY FULL;
CREATE SEQUENCE app.s1 AS smallint MINVALUE -5 MAXVALUE 100 CYCLE CACHE 5;
CREATE SEQUENCE app.s2 INCREMENT -1 OWNED BY app.ul.a;
CREATE SEQUENCE app."Z" OWNED BY app.ul.a;
CREATE SEQUENCE app.a OWNED BY app.ul.b;
CREATE TABLE app.typed OF app.pair (a WITH OPTIONS DEFAULT 4 PRIMARY KEY);
CREATE TABLE app.excluding (r int4range, EXCLUDE USING gist (r WITH &&) WHERE (NOT isempty(r)));
CREATE TABLE "We ird"."a.b ""q""" ("select" int CHECK ("select" > 0), "Ünï" text);

CREATE VIEW app.v WITH (security_barrier) AS
  SELECT id, name FROM app.users WHERE id > 1 WITH LOCAL CHECK OPTION;
ALTER VIEW app.v ALTER COLUMN name SET DEFAULT 'vv';
CREATE VIEW app.grouped AS
  SELECT u.id, u.name, count(*) FROM app.users u JOIN app.posts p ON p.author = u.id GROUP BY u.id;
CREATE MATERIALIZED VIEW app.mv AS SELECT * FROM app.v;
CREATE UNIQUE INDEX mvi ON app.mv (id);
CREATE RULE r1 AS ON DELETE TO app.v DO INSTEAD DELETE FROM app.users WHERE id = OLD.id;
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t1 BEFORE INSERT OR UPDATE OF name ON app.users
  FOR EACH ROW WHEN (NEW.id > 0) EXECUTE FUNCTION app.touch();
CREATE TRIGGER t2 AFTER INSERT ON app.users REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION app.touch();
ALTER TABLE app.users DISABLE TRIGGER t2;
CREATE CONSTRAINT TRIGGER ct AFTER INSERT ON app.users DEFERRABLE
  FOR EACH ROW EXECUTE FUNCTION app.touch();
COMMENT ON CONSTRAINT ct ON app.users IS 'later';
CREATE TRIGGER pt AFTER INSERT ON app.part FOR EACH ROW EXECUTE FUNCTION app.touch();
ALTER TABLE app.part1 DISABLE TRIGGER pt;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CREATE ON SCHEMA public TO catalog_bob;
COMMENT ON SCHEMA public IS NULL;
