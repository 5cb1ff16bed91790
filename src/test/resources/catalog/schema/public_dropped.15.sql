-- alone
-- On 14 the pg_dump of a newer major says what public is like wherever it is there.
DROP SCHEMA public;
CREATE SCHEMA k_only;
CREATE TABLE k_only.t (id int);
