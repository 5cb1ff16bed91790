CREATE SCHEMA k_rowpriv;
CREATE TABLE k_rowpriv.t (a int);
CREATE VIEW k_rowpriv.v AS SELECT a FROM k_rowpriv.t;
CREATE MATERIALIZED VIEW k_rowpriv.m AS SELECT a FROM k_rowpriv.t WITH NO DATA;
REVOKE USAGE ON TYPE k_rowpriv.t FROM PUBLIC;
GRANT USAGE ON TYPE k_rowpriv.t TO cat_reader;
GRANT USAGE ON TYPE k_rowpriv.v TO cat_writer WITH GRANT OPTION;
REVOKE USAGE ON TYPE k_rowpriv.m FROM PUBLIC;
