-- Children that store a column otherwise than those they have it from.
CREATE SCHEMA k_ist;
CREATE TABLE k_ist.par (a text, b text, c text);
ALTER TABLE k_ist.par ALTER a SET STORAGE EXTERNAL, ALTER b SET STORAGE MAIN, ALTER c SET COMPRESSION pglz;
CREATE TABLE k_ist.kid (d text) INHERITS (k_ist.par);
CREATE TABLE k_ist.kid2 (a text, b text) INHERITS (k_ist.par);
CREATE TABLE k_ist.both () INHERITS (k_ist.kid, k_ist.kid2);
ALTER TABLE ONLY k_ist.kid ALTER a SET STORAGE EXTENDED, ALTER c SET COMPRESSION default;
-- The server would not let anyone inherit from both any more.
ALTER TABLE ONLY k_ist.kid2 ALTER a SET STORAGE PLAIN, ALTER b SET STORAGE EXTENDED;
