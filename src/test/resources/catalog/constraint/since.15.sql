CREATE SCHEMA k_con_15;
CREATE TABLE k_con_15.t (
  a int, b int,
  CONSTRAINT nulls UNIQUE NULLS NOT DISTINCT (a),
  UNIQUE NULLS DISTINCT (b)
);
CREATE UNIQUE INDEX t_ab ON k_con_15.t (a, b) NULLS NOT DISTINCT;
CREATE TABLE k_con_15.tenants (tenant int, id int, PRIMARY KEY (tenant, id));
CREATE TABLE k_con_15.posts (tenant int, id int, author int, PRIMARY KEY (tenant, id),
  CONSTRAINT author_fk FOREIGN KEY (tenant, author) REFERENCES k_con_15.tenants ON DELETE SET NULL (author),
  CONSTRAINT author_fk2 FOREIGN KEY (tenant, author) REFERENCES k_con_15.tenants ON DELETE SET DEFAULT (author, tenant));
