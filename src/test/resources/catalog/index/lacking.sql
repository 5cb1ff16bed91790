-- An index that a partition lacks, beside one that all have and one of the partition's alone.
CREATE SCHEMA k_lack;
CREATE TABLE k_lack.whole (id int, y text) PARTITION BY RANGE (id);
CREATE TABLE k_lack.part PARTITION OF k_lack.whole FOR VALUES FROM (1) TO (10);
CREATE INDEX z_all_have ON k_lack.whole (y);
CREATE INDEX a_none_has ON ONLY k_lack.whole (id);
CREATE INDEX its_own ON k_lack.part (id);
