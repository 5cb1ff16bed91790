CREATE SCHEMA k_pkeys_18;
CREATE TABLE k_pkeys_18.target (id int PRIMARY KEY);
CREATE TABLE k_pkeys_18.whole (t int, k int) PARTITION BY LIST (k);
CREATE TABLE k_pkeys_18.one PARTITION OF k_pkeys_18.whole FOR VALUES IN (1);
CREATE TABLE k_pkeys_18.two PARTITION OF k_pkeys_18.whole FOR VALUES IN (2);
ALTER TABLE k_pkeys_18.whole ADD CONSTRAINT later FOREIGN KEY (t) REFERENCES k_pkeys_18.target NOT VALID;
-- Valid in one partition alone.
ALTER TABLE k_pkeys_18.one VALIDATE CONSTRAINT later;
