-- A small server of the tests' own: two databases, tables of every way of belonging to one.
CREATE EXTENSION citext;
CREATE EXTENSION pgcrypto;
CREATE SCHEMA metaschema_public;
CREATE SCHEMA metaschema_modules_public;
CREATE SCHEMA routing_public;
CREATE SCHEMA services_public;
CREATE SCHEMA catalog_private;
CREATE SCHEMA db_migrate;
CREATE SCHEMA pgpm_migrate;
CREATE SCHEMA extra_meta;

CREATE DOMAIN public.label AS citext;
CREATE TYPE metaschema_public.category AS ENUM ('core', 'app');

CREATE TABLE metaschema_public.database (
  id uuid PRIMARY KEY,
  name text,
  created_at timestamptz DEFAULT now()
);
CREATE TABLE metaschema_public.schema (
  id uuid PRIMARY KEY,
  database_id uuid REFERENCES metaschema_public.database,
  name text NOT NULL,
  schema_name text NOT NULL
);
CREATE TABLE metaschema_public."table" (
  id uuid PRIMARY KEY,
  database_id uuid NOT NULL,
  schema_id uuid REFERENCES metaschema_public.schema,
  name text NOT NULL
);
CREATE TABLE metaschema_public.extension (name text PRIMARY KEY);
CREATE TABLE metaschema_public.database_extension (
  name text REFERENCES metaschema_public.extension,
  database_id uuid NOT NULL,
  PRIMARY KEY (database_id, name)
);
-- Rows belong to the database through one key, and so do the rows below them.
CREATE TABLE metaschema_public.a_note (
  id uuid PRIMARY KEY,
  table_id uuid REFERENCES metaschema_public."table",
  reply_to uuid REFERENCES metaschema_public.a_note,
  body text
);
CREATE TABLE metaschema_public.a_footnote (
  id uuid PRIMARY KEY,
  note_id uuid REFERENCES metaschema_public.a_note,
  body text
);
CREATE TABLE metaschema_public.partition (
  id bigint GENERATED ALWAYS AS IDENTITY,
  database_id uuid NOT NULL,
  name label,
  category metaschema_public.category,
  shout text GENERATED ALWAYS AS (upper(name::text)) STORED,
  created_at timestamptz DEFAULT now(),
  updated_at timestamp DEFAULT now(),
  dbname text DEFAULT current_database(),
  PRIMARY KEY (database_id, id)
) PARTITION BY LIST (database_id);
CREATE TABLE metaschema_public.partition_rest PARTITION OF metaschema_public.partition DEFAULT;
CREATE TABLE metaschema_modules_public.mail_module (
  id uuid PRIMARY KEY,
  database_id uuid NOT NULL,
  smtp_password text,
  api_key text,
  tokens_table_id uuid,
  handler regproc,
  created_at text,
  updated_at timestamptz
);
CREATE TABLE metaschema_modules_public.heir (extra text) INHERITS (metaschema_modules_public.mail_module);
CREATE TABLE routing_public.domains (id uuid PRIMARY KEY, database_id uuid, hostname text);
CREATE TABLE routing_public.hostname_bindings (
  id uuid PRIMARY KEY,
  domain_id uuid REFERENCES routing_public.domains,
  site_id uuid REFERENCES routing_public.domains,
  hostname text
);
CREATE TABLE routing_public.apis (id uuid PRIMARY KEY, database_id uuid, name text);
CREATE TABLE services_public.apis (id uuid PRIMARY KEY, database_id uuid, name text);
CREATE TABLE services_public.heap (database_id uuid, body json, place point, note text);
CREATE TABLE services_public.keyed (database_id uuid, code citext, rank int, PRIMARY KEY (rank, code));
CREATE VIEW services_public.view_of_apis AS SELECT * FROM services_public.apis;
CREATE TABLE extra_meta.special (id int PRIMARY KEY, database_id uuid);
CREATE TABLE db_migrate.sql_actions (
  id serial PRIMARY KEY,
  name text,
  database_id uuid,
  deploy text,
  deps text[],
  content text,
  revert text,
  verify text,
  category text
);
CREATE TABLE pgpm_migrate.changes (
  change_name text,
  package text,
  deployed_at timestamptz DEFAULT clock_timestamp()
);

INSERT INTO metaschema_public.database VALUES
  ('00000000-0000-4000-8000-000000000001', 'shop'),
  ('00000000-0000-4000-8000-000000000002', 'Zoo');
INSERT INTO metaschema_public.schema VALUES
  ('10000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', 'app', 'shop-1-app'),
  ('10000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'auth', 'shop-1-auth'),
  ('10000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', 'app', 'zoo-1-app');
INSERT INTO metaschema_public."table" VALUES
  ('20000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001', 'two'),
  ('20000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001', 'one'),
  ('20000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', '10000000-0000-4000-8000-000000000003', 'zebra');
INSERT INTO metaschema_public.a_note VALUES
  ('30000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000001', NULL, 'mine'),
  ('30000000-0000-4000-8000-000000000002', '20000000-0000-4000-8000-000000000003', NULL, 'theirs');
INSERT INTO metaschema_public.a_footnote VALUES
  ('40000000-0000-4000-8000-000000000001', '30000000-0000-4000-8000-000000000001', 'mine'),
  ('40000000-0000-4000-8000-000000000002', '30000000-0000-4000-8000-000000000002', 'theirs');
INSERT INTO metaschema_public.partition (database_id, name, category) VALUES
  ('00000000-0000-4000-8000-000000000001', 'b', 'app'),
  ('00000000-0000-4000-8000-000000000001', 'A', 'core'),
  ('00000000-0000-4000-8000-000000000002', 'c', 'app');
INSERT INTO metaschema_modules_public.mail_module (id, database_id, smtp_password) VALUES
  ('50000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', 'hunter2'),
  ('50000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000002', NULL);
INSERT INTO metaschema_modules_public.heir (id, database_id, extra) VALUES
  ('50000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000001', 'x');
INSERT INTO routing_public.domains VALUES
  ('60000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', 'shop.test'),
  ('60000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000002', 'zoo.test');
INSERT INTO routing_public.hostname_bindings VALUES
  ('70000000-0000-4000-8000-000000000001', '60000000-0000-4000-8000-000000000001', NULL, 'shop.test'),
  ('70000000-0000-4000-8000-000000000002', '60000000-0000-4000-8000-000000000002', NULL, 'zoo.test');
INSERT INTO services_public.apis VALUES
  ('80000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', 'app');
INSERT INTO services_public.heap VALUES
  ('00000000-0000-4000-8000-000000000001', '{"b": 1}', '(1,2)', 'Ä'),
  ('00000000-0000-4000-8000-000000000001', NULL, NULL, ''),
  ('00000000-0000-4000-8000-000000000001', '{"a": 1}', '(1,2)', 'z');
INSERT INTO services_public.keyed VALUES
  ('00000000-0000-4000-8000-000000000001', 'b', 10),
  ('00000000-0000-4000-8000-000000000001', 'B2', 9),
  ('00000000-0000-4000-8000-000000000001', 'a', 10);
INSERT INTO extra_meta.special VALUES (1, '00000000-0000-4000-8000-000000000001');
INSERT INTO db_migrate.sql_actions (id, name, database_id, deploy, deps, content, category) VALUES
  (10, 'create_table', '00000000-0000-4000-8000-000000000001', 'schemas/shop-1-app/tables/t/table', '{schemas/shop-1-app/schema}', 'CREATE TABLE "shop-1-app".t (id uuid);', NULL),
  (9, 'create_schema', '00000000-0000-4000-8000-000000000001', 'schemas/shop-1-app/schema', NULL, 'CREATE SCHEMA "shop-1-app";', 'core'),
  (11, NULL, '00000000-0000-4000-8000-000000000002', NULL, '{}', NULL, NULL);
