-- Checks that are valid in a child and not in its parent, and what is said of them.
CREATE SCHEMA k_below;
CREATE TABLE k_below.parent (a int, b int);
CREATE TABLE k_below.child () INHERITS (k_below.parent);
CREATE TABLE k_below.grandchild (c int) INHERITS (k_below.child);
CREATE TABLE k_below.other (a int) INHERITS (k_below.parent);
ALTER TABLE k_below.parent ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
ALTER TABLE k_below.child VALIDATE CONSTRAINT positive;
COMMENT ON CONSTRAINT positive ON k_below.parent IS 'not valid';
COMMENT ON CONSTRAINT positive ON k_below.child IS 'valid';
COMMENT ON CONSTRAINT positive ON k_below.grandchild IS 'valid below';
COMMENT ON CONSTRAINT positive ON k_below.other IS 'not valid here';
CREATE TABLE k_below.second (a int CONSTRAINT positive CHECK (a > 0));
CREATE TABLE k_below.both () INHERITS (k_below.second, k_below.child);
