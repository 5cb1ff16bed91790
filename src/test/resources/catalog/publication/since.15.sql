CREATE SCHEMA k_pub_15;
CREATE SCHEMA "K pub";
CREATE TABLE k_pub_15.a (id int PRIMARY KEY, v text, w text);
CREATE PUBLICATION k_pub_15_schema FOR TABLES IN SCHEMA k_pub_15, "K pub";
CREATE PUBLICATION k_pub_15_columns FOR TABLE k_pub_15.a (id, v);
CREATE PUBLICATION k_pub_15_rows FOR TABLE k_pub_15.a WHERE (id > 10 AND v <> 'it''s') WITH (publish = 'insert');
CREATE PUBLICATION k_pub_15_mixed FOR TABLE k_pub_15.a, TABLES IN SCHEMA "K pub";
