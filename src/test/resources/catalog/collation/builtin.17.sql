CREATE SCHEMA k_coll_17;
CREATE COLLATION k_coll_17.utf8 (PROVIDER = builtin, LOCALE = 'C.UTF-8');
CREATE TABLE k_coll_17.t (a text COLLATE k_coll_17.utf8, b text COLLATE pg_catalog.pg_c_utf8);
