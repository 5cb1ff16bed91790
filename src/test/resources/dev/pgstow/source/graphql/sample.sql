-- A small Constructive server's metadata, of the types that APIs make hard. The answers in the folders beside this
-- file were made from it, by the expressions the servers use.
CREATE EXTENSION citext;
CREATE SCHEMA metaschema_public;
CREATE SCHEMA metaschema_modules_public;
CREATE SCHEMA routing_public;
CREATE SCHEMA services_public;
CREATE SCHEMA db_migrate;
CREATE TYPE metaschema_public.object_category AS ENUM ('core', 'module', 'app');

CREATE TABLE metaschema_public.database (
  id uuid NOT NULL,
  owner_id uuid,
  schema_hash text,
  schema_name text,
  private_schema_name text,
  name text NOT NULL,
  label text,
  hash uuid,
  PRIMARY KEY (id)
);
CREATE TABLE metaschema_public.schema (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  name text NOT NULL,
  schema_name text,
  label text,
  description text,
  smart_tags jsonb,
  category metaschema_public.object_category,
  module text,
  scope int4,
  tags citext[],
  is_public bool,
  PRIMARY KEY (id)
);
CREATE TABLE metaschema_public."table" (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  schema_id uuid,
  name text NOT NULL,
  label text,
  description text,
  smart_tags jsonb,
  category metaschema_public.object_category,
  module text,
  scope int4,
  use_rls bool,
  timestamps bool,
  peoplestamps bool,
  plural_name text,
  singular_name text,
  tags citext[],
  inherits_id uuid,
  PRIMARY KEY (id)
);
CREATE TABLE metaschema_public.field (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  table_id uuid,
  name text NOT NULL,
  label text,
  description text,
  smart_tags jsonb,
  is_required bool,
  default_value text,
  default_value_ast jsonb,
  is_hidden bool,
  type citext,
  field_order int4,
  regexp text,
  chk jsonb,
  chk_expr jsonb,
  min float8,
  max float8,
  tags citext[],
  category metaschema_public.object_category,
  module text,
  scope int4,
  PRIMARY KEY (id)
);
CREATE TABLE metaschema_public.procedure (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  name text NOT NULL,
  argnames text[],
  argtypes text[],
  argdefaults text[],
  lang_name text,
  definition text,
  smart_tags jsonb,
  category metaschema_public.object_category,
  module text,
  scope int4,
  tags citext[],
  PRIMARY KEY (id)
);
CREATE TABLE metaschema_public.index (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  table_id uuid,
  name text NOT NULL,
  field_ids uuid[],
  include_field_ids uuid[],
  access_method text,
  index_params jsonb,
  where_clause jsonb,
  is_unique bool,
  smart_tags jsonb,
  category metaschema_public.object_category,
  module text,
  scope int4,
  tags citext[],
  PRIMARY KEY (id)
);
CREATE TABLE metaschema_public.partition (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  table_id uuid,
  strategy text,
  field_name text,
  partition_interval interval,
  retention interval,
  premake int4,
  PRIMARY KEY (id)
);
CREATE TABLE metaschema_public.database_extension (
  name text NOT NULL,
  database_id uuid NOT NULL,
  PRIMARY KEY (name)
);
CREATE TABLE metaschema_modules_public.sessions_module (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  schema_id uuid,
  sessions_table_id uuid,
  sessions_default_expiration interval,
  grace interval,
  refresh_after interval,
  sessions_table text,
  policies jsonb[],
  PRIMARY KEY (id)
);
CREATE TABLE routing_public.domains (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  hostname text,
  managed bool,
  is_wildcard bool,
  parent_hostname text,
  verification_status text,
  verified_at timestamptz,
  tls_status text,
  tls_ready_at timestamptz,
  tls_secret_name text,
  is_published bool,
  config jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (id)
);
CREATE TABLE routing_public.api_settings (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  api_id uuid,
  enable_aggregates bool,
  enable_realtime bool,
  enable_i18n bool,
  statement_timeout_ms int8,
  options jsonb,
  created_at timestamptz,
  updated_at timestamptz,
  PRIMARY KEY (id)
);
CREATE TABLE services_public.api_modules (
  id uuid NOT NULL,
  database_id uuid NOT NULL,
  api_id uuid,
  name text NOT NULL,
  data json,
  PRIMARY KEY (id)
);
CREATE TABLE db_migrate.sql_actions (
  id int4 NOT NULL,
  name text NOT NULL,
  database_id uuid NOT NULL,
  deploy text NOT NULL,
  deps text[],
  payload json,
  content text,
  revert text,
  verify text,
  action_name text,
  action_id uuid,
  actor_id uuid,
  category text,
  created_at timestamptz,
  PRIMARY KEY (id)
);

INSERT INTO metaschema_public.database (id, owner_id, schema_hash, name, label, hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', NULL, 'it''s "quoted"', 'shop', E'tab\tand\nline', 'a0000000-0000-5000-8000-00000000000f'),
  ('b0000000-0000-4000-8000-000000000002', NULL, NULL, 'other', NULL, NULL);

INSERT INTO metaschema_public.schema (id, database_id, name, schema_name, smart_tags, category, tags, is_public) VALUES
  ('a1000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'app_public', 'shop-1a2b-app-public',
   '{"zz": 1.50, "b": [true, null, {"k": "ä€😀"}], "a": "\" \\ \n"}', 'app', '{}', true),
  ('a1000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'app_private', 'shop-1a2b-app-private',
   NULL, 'core', '{"NULL",NULL,"",a b,"q\"uote","back\\slash","{}"}', false),
  ('b1000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002', 'app_public', 'other-app-public',
   NULL, 'app', '{}', true);

INSERT INTO metaschema_public."table" (id, database_id, schema_id, name, category, use_rls, timestamps, peoplestamps, tags) VALUES
  ('a2000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000001', 'books', 'app', true, false, true, '{one}'),
  ('a2000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002', 'secrets', 'module', false, true, false, '{}'),
  ('b2000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002', 'b1000000-0000-4000-8000-000000000001', 'foreign', 'app', true, false, false, '{}');

INSERT INTO metaschema_public.field (id, database_id, table_id, name, is_required, is_hidden, type, field_order, chk, chk_expr, min, max, tags, category, scope) VALUES
  ('a3000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'id', true, false, 'uuid', 1, '{"A_Expr": {"lexpr": {"ival": 1}}}', NULL, 0.1, 1e+20, '{}', 'core', NULL),
  ('a3000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', E'ti"tle\\', false, true, 'Text', -2, '"plain words"', '"5 apples"', -5, NULL, '{x,Y}', 'app', 2),
  ('a3000000-0000-4000-8000-000000000003', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'price', false, false, 'numeric', 3, 'false', '""', 1e-7, 123456.789, '{}', 'module', NULL),
  ('a3000000-0000-4000-8000-000000000004', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'i18n', false, false, 'jsonb', 4, '5', NULL, NULL, NULL, '{}', 'app', NULL),
  ('a3000000-0000-4000-8000-000000000005', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000002', 'token', false, false, 'text', 1, '[]', NULL, NULL, NULL, '{}', 'app', NULL),
  ('b3000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002', 'b2000000-0000-4000-8000-000000000001', 'id', true, false, 'uuid', 1, NULL, NULL, NULL, NULL, '{}', 'app', NULL);

INSERT INTO metaschema_public.procedure (id, database_id, name, argnames, argtypes, argdefaults, lang_name, definition, category, tags) VALUES
  ('a4000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'total', '{a,"b c",NULL}', '{int4,"numeric(10,2)"}', NULL, 'sql',
   'SELECT $1 || ''$&'' || "x"', 'app', '{}');

INSERT INTO metaschema_public.index (id, database_id, table_id, name, field_ids, include_field_ids, access_method, index_params, is_unique, category, tags) VALUES
  ('a5000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'books_id',
   '{a3000000-0000-4000-8000-000000000001,a3000000-0000-4000-8000-000000000002}', '{}', 'btree', '["5 apples", ""]', true, 'app', '{}');

INSERT INTO metaschema_public.partition (id, database_id, table_id, strategy, field_name, partition_interval, retention, premake) VALUES
  ('a6000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000001', 'range', 'id',
   '1 year 2 mons 3 days 04:05:06.789', '-1 mons +2 days -03:04:05.678901', 4),
  ('a6000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000001', 'a2000000-0000-4000-8000-000000000002', 'range', 'id', '7 days', NULL, 0);

INSERT INTO metaschema_modules_public.sessions_module (id, database_id, schema_id, sessions_default_expiration, grace, sessions_table, policies) VALUES
  ('a7000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'a1000000-0000-4000-8000-000000000002', '30 days', '00:00:00',
   'sessions', ARRAY['{"b": 2, "a": "x"}', '"text"', '[1]']::jsonb[]);

INSERT INTO routing_public.domains (id, database_id, hostname, managed, is_wildcard, verification_status, verified_at, tls_status, tls_ready_at, is_published, config) VALUES
  ('a8000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'shop.example.com', true, false, 'verified',
   '2024-02-29 23:59:59.123456+00', 'none', '2025-01-02 03:04:05+00', true, '{}'),
  ('b8000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002', 'other.example.com', false, true, 'none', NULL, 'none', NULL, false, NULL);

INSERT INTO routing_public.api_settings (id, database_id, api_id, enable_aggregates, enable_realtime, enable_i18n, statement_timeout_ms, options) VALUES
  ('a9000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'aa000000-0000-4000-8000-000000000001', true, NULL, false, 9007199254740993, '{"n": 12345}');

INSERT INTO services_public.api_modules (id, database_id, api_id, name, data) VALUES
  ('ab000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'aa000000-0000-4000-8000-000000000001', 'cors', '{"urls": ["https://example.com"], "a": 1}');

INSERT INTO metaschema_public.database_extension (name, database_id) VALUES
  ('citext', 'a0000000-0000-4000-8000-000000000001'),
  ('uuid-ossp', 'a0000000-0000-4000-8000-000000000001');

INSERT INTO db_migrate.sql_actions (id, name, database_id, deploy, deps, content, revert, verify, category) VALUES
  (1, 'create_schema', 'a0000000-0000-4000-8000-000000000001', 'schemas/shop-1a2b-app-public/schema', '{}',
   'CREATE SCHEMA "shop-1a2b-app-public";', 'DROP SCHEMA "shop-1a2b-app-public";', 'SELECT 1;', 'app'),
  (2, 'create_table', 'a0000000-0000-4000-8000-000000000001', 'schemas/shop-1a2b-app-public/tables/books/table', '{schemas/shop-1a2b-app-public/schema}',
   E'CREATE TABLE "shop-1a2b-app-public".books (id uuid);\nCOMMENT ON TABLE "shop-1a2b-app-public".books IS ''$& \\ ä'';',
   'DROP TABLE "shop-1a2b-app-public".books;', NULL, 'app'),
  (3, 'create_schema', 'b0000000-0000-4000-8000-000000000002', 'schemas/other-app-public/schema', NULL, 'CREATE SCHEMA other;', NULL, NULL, 'app'),
  (10, 'create_schema', 'a0000000-0000-4000-8000-000000000001', 'schemas/shop-1a2b-app-private/schema', '{}',
   'CREATE SCHEMA "shop-1a2b-app-private";', 'DROP SCHEMA "shop-1a2b-app-private";', 'SELECT 1;', 'app');
