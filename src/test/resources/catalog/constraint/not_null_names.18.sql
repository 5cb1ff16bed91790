-- Names of NOT NULL constraints that others have too, so that the server would not choose them.
CREATE SCHEMA k_nn;
CREATE TABLE k_nn.users (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE k_nn.archive (LIKE k_nn.users);
COMMENT ON CONSTRAINT users_id_not_null ON k_nn.users IS 'the first';
CREATE TABLE k_nn.whole (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (a);
CREATE TABLE k_nn.a_part PARTITION OF k_nn.whole FOR VALUES IN (1);
CREATE TABLE k_nn.former PARTITION OF k_nn.whole FOR VALUES IN (2);
ALTER TABLE k_nn.whole DETACH PARTITION k_nn.former;
CREATE TABLE k_nn.parent (a int NOT NULL);
CREATE TABLE k_nn.child () INHERITS (k_nn.parent);
CREATE DOMAIN k_nn.dom AS int NOT NULL;
CREATE DOMAIN k_nn.a_dom AS int CONSTRAINT dom_not_null NOT NULL;
CREATE TABLE k_nn.a_table (a int CONSTRAINT single_not_null CHECK (a > 0));
CREATE DOMAIN k_nn.single AS int;
ALTER DOMAIN k_nn.single ADD CONSTRAINT single_not_null NOT NULL;
