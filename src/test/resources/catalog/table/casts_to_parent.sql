CREATE SCHEMA k_castup;
CREATE TABLE k_castup.parent (id int);
CREATE FUNCTION k_castup.ok(r k_castup.parent) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).id > 0';
-- Checks that cast the row to the type of a parent, which can't be part of CREATE TABLE.
CREATE TABLE k_castup.child (more text CHECK (more <> '')) INHERITS (k_castup.parent);
ALTER TABLE k_castup.child ADD CONSTRAINT row_ok CHECK (k_castup.ok(child));
COMMENT ON CONSTRAINT row_ok ON k_castup.child IS 'told of a constraint that comes late';
ALTER TABLE k_castup.child ADD CONSTRAINT later CHECK (child::k_castup.parent IS NOT NULL) NOT VALID;
CREATE TABLE k_castup."Own (x.*)::y" (id int, CONSTRAINT text_of_a_cast CHECK (id::text <> '(x.*)::y')) INHERITS (k_castup.parent);
CREATE TABLE k_castup.grandchild (last int) INHERITS (k_castup."Own (x.*)::y");
ALTER TABLE k_castup.grandchild ADD CONSTRAINT row_ok CHECK (k_castup.ok(grandchild)) NO INHERIT;
CREATE TABLE k_castup.below () INHERITS (k_castup.grandchild);
CREATE TABLE k_castup.parts (id int, at date) PARTITION BY LIST (id);
CREATE FUNCTION k_castup.ok(r k_castup.parts) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).id > 0';
CREATE TABLE k_castup.part PARTITION OF k_castup.parts FOR VALUES IN (1);
ALTER TABLE k_castup.part ADD CONSTRAINT row_ok CHECK (k_castup.ok(part));
-- Joined to its parent later, for the order of its columns.
CREATE TABLE k_castup.joined (more int, id int);
ALTER TABLE k_castup.joined INHERIT k_castup.parent;
ALTER TABLE k_castup.joined ADD CHECK (k_castup.ok(joined));
