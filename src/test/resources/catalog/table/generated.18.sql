CREATE SCHEMA k_table_18;
CREATE TABLE k_table_18.virtuals (
  a int NOT NULL,
  b int GENERATED ALWAYS AS (a * 2) VIRTUAL,
  c int GENERATED ALWAYS AS (a + 1),
  d text GENERATED ALWAYS AS (a::text) STORED
);
COMMENT ON COLUMN k_table_18.virtuals.b IS 'made when read';
CREATE TABLE k_table_18.named_not_nulls (
  a int CONSTRAINT a_is_there NOT NULL,
  b int NOT NULL,
  c int,
  d int,
  e int CONSTRAINT e_own NOT NULL NO INHERIT,
  CONSTRAINT pk PRIMARY KEY (a, b)
);
ALTER TABLE k_table_18.named_not_nulls ADD CONSTRAINT c_is_there NOT NULL c NOT VALID;
ALTER TABLE k_table_18.named_not_nulls ADD NOT NULL d NOT VALID;
COMMENT ON CONSTRAINT a_is_there ON k_table_18.named_not_nulls IS 'named';
CREATE TABLE k_table_18.parent (id int CONSTRAINT parent_id_given NOT NULL, b int);
CREATE TABLE k_table_18.child () INHERITS (k_table_18.parent);
CREATE TABLE k_table_18.child_own (id int CONSTRAINT child_id_given NOT NULL, b int NOT NULL) INHERITS (k_table_18.parent);
CREATE TABLE k_table_18.parted (id int NOT NULL, v int GENERATED ALWAYS AS (id * 3)) PARTITION BY RANGE (id);
CREATE TABLE k_table_18.parted_1 PARTITION OF k_table_18.parted FOR VALUES FROM (0) TO (10);
CREATE TABLE k_table_18.identities (id int GENERATED ALWAYS AS IDENTITY, CONSTRAINT positive CHECK (id > 0) NOT ENFORCED);
