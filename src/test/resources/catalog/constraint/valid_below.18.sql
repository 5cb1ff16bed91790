-- NOT NULLs that are valid in a child and not in its parent, and what is said of them.
CREATE SCHEMA k_below_18;
CREATE TABLE k_below_18.parent (a int);
CREATE TABLE k_below_18.child () INHERITS (k_below_18.parent);
CREATE TABLE k_below_18.named (a int) INHERITS (k_below_18.parent);
CREATE TABLE k_below_18.grandchild () INHERITS (k_below_18.child);
ALTER TABLE k_below_18.parent ADD CONSTRAINT present NOT NULL a NOT VALID;
ALTER TABLE k_below_18.child VALIDATE CONSTRAINT present;
ALTER TABLE k_below_18.named VALIDATE CONSTRAINT present;
COMMENT ON CONSTRAINT present ON k_below_18.parent IS 'not valid';
COMMENT ON CONSTRAINT present ON k_below_18.child IS 'valid';
COMMENT ON CONSTRAINT present ON k_below_18.grandchild IS 'valid below';
