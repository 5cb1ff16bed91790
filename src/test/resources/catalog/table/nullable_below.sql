-- Before 18 a child may take back the NOT NULL it inherited, or never have had it.
CREATE SCHEMA k_nbl;
CREATE TABLE k_nbl.par (a int NOT NULL, b int);
CREATE TABLE k_nbl.kid () INHERITS (k_nbl.par);
CREATE TABLE k_nbl.own (a int) INHERITS (k_nbl.par);
CREATE TABLE k_nbl.apart (x int, b int, a int NOT NULL);
ALTER TABLE k_nbl.apart INHERIT k_nbl.par;
DO $$
BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    ALTER TABLE k_nbl.kid ALTER a DROP NOT NULL;
    ALTER TABLE k_nbl.own ALTER a DROP NOT NULL;
    ALTER TABLE k_nbl.apart ALTER a DROP NOT NULL;
    ALTER TABLE ONLY k_nbl.par ALTER b SET NOT NULL;
  END IF;
END $$;
