-- Foreign keys of partitions that were there before they were attached.
CREATE SCHEMA k_pkeys;
CREATE TABLE k_pkeys.target (id int PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE k_pkeys.target0 PARTITION OF k_pkeys.target FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE k_pkeys.whole (t int, k int) PARTITION BY LIST (k);
CREATE TABLE k_pkeys.one (t int CONSTRAINT "its own" REFERENCES k_pkeys.target, k int);
COMMENT ON CONSTRAINT "its own" ON k_pkeys.one IS 'older than the whole''s';
CREATE TABLE k_pkeys.two (k int, t int) PARTITION BY LIST (k);
CREATE TABLE k_pkeys.two_a PARTITION OF k_pkeys.two FOR VALUES IN (2);
ALTER TABLE k_pkeys.two_a ADD CONSTRAINT deep FOREIGN KEY (t) REFERENCES k_pkeys.target;
ALTER TABLE k_pkeys.two ADD CONSTRAINT middle FOREIGN KEY (t) REFERENCES k_pkeys.target;
ALTER TABLE k_pkeys.whole ATTACH PARTITION k_pkeys.one FOR VALUES IN (1);
ALTER TABLE k_pkeys.whole ATTACH PARTITION k_pkeys.two FOR VALUES IN (2, 3);
ALTER TABLE k_pkeys.whole ADD CONSTRAINT whole_key FOREIGN KEY (t) REFERENCES k_pkeys.target;
-- Partitions where other constraints have the name of the whole's key, or are like it.
CREATE TABLE k_pkeys.other (id int PRIMARY KEY);
CREATE TABLE k_pkeys.named (t int, k int, b int) PARTITION BY LIST (k);
CREATE TABLE k_pkeys.named_1 (t int, k int, b int CONSTRAINT fk REFERENCES k_pkeys.other);
CREATE TABLE k_pkeys.named_2 (t int, k int, b int, CONSTRAINT fk CHECK (b > 0)) PARTITION BY LIST (k);
CREATE TABLE k_pkeys.named_2a PARTITION OF k_pkeys.named_2 FOR VALUES IN (2);
CREATE TABLE k_pkeys.named_3 (t int, k int, b int, CONSTRAINT fk UNIQUE (b), CONSTRAINT aside CHECK (b > 0));
ALTER TABLE k_pkeys.named ATTACH PARTITION k_pkeys.named_1 FOR VALUES IN (1);
ALTER TABLE k_pkeys.named ATTACH PARTITION k_pkeys.named_2 FOR VALUES IN (2);
ALTER TABLE k_pkeys.named ATTACH PARTITION k_pkeys.named_3 FOR VALUES IN (3);
ALTER TABLE k_pkeys.named ADD CONSTRAINT fk FOREIGN KEY (t) REFERENCES k_pkeys.other;
DO $$
DECLARE
  key record;
BEGIN
  FOR key IN SELECT conrelid::regclass AS part, conname FROM pg_constraint
    WHERE contype = 'f' AND conrelid IN ('k_pkeys.named_2'::regclass, 'k_pkeys.named_3'::regclass) LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO zz', key.part, key.conname);
  END LOOP;
END $$;
COMMENT ON CONSTRAINT fk ON k_pkeys.named_2 IS 'a check';
COMMENT ON CONSTRAINT zz ON k_pkeys.named_2 IS 'a key';
ALTER TABLE k_pkeys.named_1 ADD CONSTRAINT again FOREIGN KEY (t) REFERENCES k_pkeys.other;
-- The whole's two keys have each other's name below.
ALTER TABLE k_pkeys.named ADD CONSTRAINT a_key FOREIGN KEY (b) REFERENCES k_pkeys.other;
ALTER TABLE k_pkeys.named_3 RENAME CONSTRAINT a_key TO a_key_of_3;
ALTER TABLE k_pkeys.named_3 RENAME CONSTRAINT zz TO a_key;
