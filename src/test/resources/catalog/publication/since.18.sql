CREATE SCHEMA k_pub_18;
CREATE TABLE k_pub_18.a (id int PRIMARY KEY, v text GENERATED ALWAYS AS (id::text) STORED);
CREATE PUBLICATION k_pub_18_stored FOR TABLE k_pub_18.a WITH (publish_generated_columns = stored);
