CREATE SCHEMA k_con;
CREATE TABLE k_con.parent (
  id int CONSTRAINT parent_pk PRIMARY KEY,
  code text CONSTRAINT code_uq UNIQUE,
  late text CONSTRAINT late_uq UNIQUE DEFERRABLE INITIALLY DEFERRED,
  a int, b int,
  CONSTRAINT ab_uq UNIQUE (a, b) INCLUDE (code) WITH (fillfactor = 50),
  CONSTRAINT a_positive CHECK (a > 0),
  CONSTRAINT "A or b's" CHECK (((a IS NOT NULL) OR (b IS NOT NULL)))
);
CREATE TABLE k_con.child (
  id int PRIMARY KEY,
  parent_id int REFERENCES k_con.parent,
  parent_a int, parent_b int,
  code text REFERENCES k_con.parent (code) ON UPDATE SET NULL ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ab_fk FOREIGN KEY (parent_a, parent_b) REFERENCES k_con.parent (a, b) MATCH FULL ON DELETE CASCADE ON UPDATE RESTRICT DEFERRABLE,
  self int REFERENCES k_con.child ON DELETE NO ACTION
);
ALTER TABLE k_con.child ADD CONSTRAINT late CHECK (id < 1000) NOT VALID;
ALTER TABLE k_con.child ADD CONSTRAINT late_fk FOREIGN KEY (id) REFERENCES k_con.parent (id) NOT VALID;
CREATE TABLE k_con.excluded (
  box box, circle circle, during tsrange,
  CONSTRAINT no_overlap EXCLUDE USING gist (box WITH &&, circle WITH &&) WHERE (circle IS NOT NULL) DEFERRABLE,
  EXCLUDE USING gist (during WITH &&) WITH (fillfactor = 80)
);
CREATE TABLE k_con.spgist (p point, EXCLUDE USING spgist (p WITH ~=));
COMMENT ON CONSTRAINT a_positive ON k_con.parent IS 'positive';
COMMENT ON CONSTRAINT ab_fk ON k_con.child IS 'both';
COMMENT ON CONSTRAINT parent_pk ON k_con.parent IS 'key';
COMMENT ON INDEX k_con.parent_pk IS 'the key''s index';
CREATE TABLE k_con.circle_a (id int PRIMARY KEY, b_id int);
CREATE TABLE k_con.circle_b (id int PRIMARY KEY, a_id int REFERENCES k_con.circle_a);
ALTER TABLE k_con.circle_a ADD CONSTRAINT to_b FOREIGN KEY (b_id) REFERENCES k_con.circle_b DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE k_con.by_index (a int NOT NULL, b text NOT NULL);
CREATE UNIQUE INDEX by_index_b ON k_con.by_index (b text_pattern_ops);
CREATE UNIQUE INDEX by_index_key ON k_con.by_index (a);
ALTER TABLE k_con.by_index ADD CONSTRAINT by_index_pk PRIMARY KEY USING INDEX by_index_key;
CREATE TABLE k_con.ref_to_index (b text);
CREATE UNIQUE INDEX ON k_con.ref_to_index (b);
CREATE TABLE k_con.ref_from (b text REFERENCES k_con.ref_to_index (b));
ALTER TABLE k_con.parent CLUSTER ON parent_pk;
ALTER TABLE k_con.child REPLICA IDENTITY USING INDEX child_pkey;
CREATE TABLE k_con.no_inherit (a int, CHECK (a > 1) NO INHERIT);
CREATE FUNCTION k_con.is_even(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n % 2 = 0';
CREATE TABLE k_con.evens (n int CHECK (k_con.is_even(n)));
