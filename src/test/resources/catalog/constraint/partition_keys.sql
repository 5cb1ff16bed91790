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
