CREATE SCHEMA k_cyc;
-- A check that calls a function on the table's own row type.
CREATE TABLE k_cyc.t (id int, v int);
CREATE FUNCTION k_cyc.ok(r k_cyc.t) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).v > 0';
ALTER TABLE k_cyc.t ADD CONSTRAINT row_ok CHECK (k_cyc.ok(t.*));
-- A default that calls a function which returns rows of the table.
CREATE TABLE k_cyc.d (id int, n int);
CREATE FUNCTION k_cyc.next_n() RETURNS int LANGUAGE sql AS 'SELECT coalesce(max(n), 0) + 1 FROM k_cyc.d';
CREATE FUNCTION k_cyc.rows_of_d() RETURNS SETOF k_cyc.d LANGUAGE sql AS 'SELECT * FROM k_cyc.d';
CREATE FUNCTION k_cyc.count_of_d() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT count(*)::int FROM k_cyc.rows_of_d(); END;
ALTER TABLE k_cyc.d ALTER n SET DEFAULT k_cyc.count_of_d();
-- Views that use functions that return rows of views, and the way around.
CREATE VIEW k_cyc.v1 AS SELECT 1 AS a, 'x'::text AS b;
CREATE FUNCTION k_cyc.f1() RETURNS SETOF k_cyc.v1 LANGUAGE sql AS 'SELECT 1, ''x''';
CREATE OR REPLACE VIEW k_cyc.v1 AS SELECT f.a, f.b FROM k_cyc.f1() f;
-- A view in a circle through a function's body.
CREATE VIEW k_cyc.w1 AS SELECT 1 AS a;
CREATE FUNCTION k_cyc.g1() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT max(a) FROM k_cyc.w1; END;
CREATE OR REPLACE VIEW k_cyc.w1 AS SELECT k_cyc.g1() AS a;
-- Rules that use their view.
CREATE VIEW k_cyc.ruled AS SELECT id FROM k_cyc.t;
CREATE RULE ruled_insert AS ON INSERT TO k_cyc.ruled DO INSTEAD INSERT INTO k_cyc.t SELECT NEW.id, max(r.id) FROM k_cyc.ruled r GROUP BY 1;
-- Group by a primary key: the view needs the key.
CREATE TABLE k_cyc.keyed (id int, a text, CONSTRAINT keyed_pk PRIMARY KEY (id));
CREATE VIEW k_cyc.grouped AS SELECT k.id, k.a, count(*) AS n FROM k_cyc.keyed k GROUP BY k.id;
CREATE FUNCTION k_cyc.grouped_rows() RETURNS SETOF k_cyc.grouped LANGUAGE sql AS 'SELECT * FROM k_cyc.grouped';
CREATE VIEW k_cyc.on_grouped AS SELECT * FROM k_cyc.grouped_rows();
-- A table with a column of another's row type, and of its own array in a function.
CREATE TABLE k_cyc.holder (t k_cyc.t, ts k_cyc.t[]);
CREATE FUNCTION k_cyc.eat(k_cyc.holder, k_cyc.holder[]) RETURNS k_cyc.holder LANGUAGE sql AS 'SELECT $1';
-- Foreign keys in circles of three.
CREATE TABLE k_cyc.a (id int PRIMARY KEY, c_id int);
CREATE TABLE k_cyc.b (id int PRIMARY KEY, a_id int REFERENCES k_cyc.a);
CREATE TABLE k_cyc.c (id int PRIMARY KEY, b_id int REFERENCES k_cyc.b);
ALTER TABLE k_cyc.a ADD FOREIGN KEY (c_id) REFERENCES k_cyc.c;
-- A domain whose check calls a function of the domain.
CREATE DOMAIN k_cyc.dom AS int;
CREATE FUNCTION k_cyc.dom_ok(k_cyc.dom) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::int > 0';
ALTER DOMAIN k_cyc.dom ADD CONSTRAINT dom_is_ok CHECK (k_cyc.dom_ok(VALUE));
-- A sequence owned by a column whose default is another's.
CREATE TABLE k_cyc.s1 (id serial);
CREATE TABLE k_cyc.s2 (id int DEFAULT nextval('k_cyc.s1_id_seq'));
-- Names that sort against their dependencies.
CREATE VIEW k_cyc.z_base AS SELECT 1 AS a;
CREATE VIEW k_cyc.a_on_z AS SELECT a FROM k_cyc.z_base;
CREATE FUNCTION k_cyc.a_uses_b(x int DEFAULT 1) RETURNS int LANGUAGE sql RETURN x;
CREATE FUNCTION k_cyc.a_before(x int DEFAULT k_cyc.a_uses_b()) RETURNS int LANGUAGE sql RETURN k_cyc.a_uses_b(x);
-- A materialized view in a circle through a function.
CREATE TABLE k_cyc.gen (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
CREATE FUNCTION k_cyc.gen_row(k_cyc.gen) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a';
CREATE INDEX gen_row_idx ON k_cyc.gen (k_cyc.gen_row(gen));
CREATE POLICY gen_policy ON k_cyc.gen USING (k_cyc.gen_row(gen) > 0);
CREATE TRIGGER gen_trigger AFTER UPDATE ON k_cyc.gen FOR EACH ROW WHEN (k_cyc.gen_row(NEW) > 0) EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- What is said of a check and a default that come after their table, and of a check that a child has from it.
COMMENT ON CONSTRAINT row_ok ON k_cyc.t IS 'of a row';
CREATE TABLE k_cyc.told (id int);
CREATE FUNCTION k_cyc.told_ok(id int, r k_cyc.told) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
ALTER TABLE k_cyc.told ADD CONSTRAINT id_ok CHECK (k_cyc.told_ok(id, NULL));
CREATE TABLE k_cyc.a_child_told () INHERITS (k_cyc.told);
CREATE TABLE k_cyc.a_child_of_a_child () INHERITS (k_cyc.a_child_told);
COMMENT ON CONSTRAINT id_ok ON k_cyc.told IS 'above';
COMMENT ON CONSTRAINT id_ok ON k_cyc.a_child_told IS 'below';
COMMENT ON CONSTRAINT id_ok ON k_cyc.a_child_of_a_child IS 'further below';
-- A view in a circle by the sequence that it owns and that is its default, and in another by its query.
CREATE VIEW k_cyc.twice AS SELECT NULL::text AS a;
CREATE VIEW k_cyc.below AS SELECT a FROM k_cyc.twice;
CREATE OR REPLACE VIEW k_cyc.twice AS SELECT a FROM k_cyc.below;
CREATE SEQUENCE k_cyc.of_twice;
ALTER VIEW k_cyc.twice ALTER a SET DEFAULT nextval('k_cyc.of_twice');
ALTER SEQUENCE k_cyc.of_twice OWNED BY k_cyc.twice.a;
-- Overloads that call one another, and routines in circles whose callers leave arguments out.
CREATE FUNCTION k_cyc.add(a text, b text) RETURNS int LANGUAGE sql RETURN 0;
CREATE FUNCTION k_cyc.add(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql RETURN k_cyc.add(a::text, b::text);
CREATE SEQUENCE k_cyc.z_counts;
CREATE FUNCTION k_cyc.down(n int DEFAULT 3, m bigint DEFAULT nextval('k_cyc.z_counts')) RETURNS int LANGUAGE sql RETURN n;
CREATE OR REPLACE FUNCTION k_cyc.down(n int DEFAULT 3, m bigint DEFAULT nextval('k_cyc.z_counts')) RETURNS int LANGUAGE sql RETURN CASE WHEN n < 1 THEN k_cyc.down() ELSE 0 END;
CREATE FUNCTION k_cyc.see(n int DEFAULT k_cyc.a_uses_b()) RETURNS int LANGUAGE sql RETURN n;
CREATE MATERIALIZED VIEW k_cyc.sight AS SELECT k_cyc.see() AS a WITH NO DATA;
CREATE OR REPLACE FUNCTION k_cyc.see(n int DEFAULT k_cyc.a_uses_b()) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT max(a) + n FROM k_cyc.sight; END;
-- A default in the circle.
CREATE FUNCTION k_cyc.chicken() RETURNS int LANGUAGE sql RETURN 1;
CREATE FUNCTION k_cyc.a_egg(n int DEFAULT k_cyc.chicken()) RETURNS int LANGUAGE sql RETURN n;
CREATE OR REPLACE FUNCTION k_cyc.chicken() RETURNS int LANGUAGE sql RETURN k_cyc.a_egg(1);
-- Functions in circles with what insists on their volatility, or that they are strict.
CREATE FUNCTION k_cyc.part_of(n int) RETURNS int LANGUAGE sql IMMUTABLE RETURN n;
CREATE TABLE k_cyc.parted (a int) PARTITION BY LIST (k_cyc.part_of(a));
CREATE OR REPLACE FUNCTION k_cyc.part_of(n int) RETURNS int LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT max(a) + n FROM k_cyc.parted; END;
CREATE FUNCTION k_cyc.moved(int, int) RETURNS int LANGUAGE sql STRICT RETURN $1 + $2;
CREATE FUNCTION k_cyc.moved_back(int, int) RETURNS int LANGUAGE sql STRICT RETURN $1 - $2;
CREATE AGGREGATE k_cyc.moving (int) (SFUNC = int4pl, STYPE = int, MSFUNC = k_cyc.moved, MINVFUNC = k_cyc.moved_back, MSTYPE = int);
CREATE OR REPLACE FUNCTION k_cyc.moved(int, int) RETURNS int LANGUAGE sql STRICT BEGIN ATOMIC SELECT k_cyc.moving(v) FROM (VALUES ($1), ($2)) t (v); END;
