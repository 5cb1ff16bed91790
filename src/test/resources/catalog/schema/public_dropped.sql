-- alone
DROP SCHEMA public;
CREATE SCHEMA k_only;
CREATE TABLE k_only.t (id int);
