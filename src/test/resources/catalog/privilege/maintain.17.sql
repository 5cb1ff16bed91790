CREATE SCHEMA k_acl_17;
CREATE TABLE k_acl_17.t (a int);
GRANT MAINTAIN ON k_acl_17.t TO cat_writer WITH GRANT OPTION;
GRANT ALL ON k_acl_17.t TO cat_reader;
