-- %module metaschema-schema
-- %comment Describes databases: their schemas, tables, fields, constraints, policies and functions
-- %requires plpgsql,uuid-ossp,citext,pgpm-verify

-- %change schemas/metaschema_public/schema
CREATE SCHEMA metaschema_public;
GRANT USAGE ON SCHEMA metaschema_public TO authenticated;

-- %change schemas/metaschema_public/types/object_category
CREATE TYPE metaschema_public.object_category AS ENUM ('core', 'module', 'app');

-- %change schemas/metaschema_public/tables/database/table
CREATE TABLE metaschema_public.database (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  owner_id uuid,
  schema_hash text,
  schema_name text,
  private_schema_name text,
  name text CHECK (char_length(name) > 2),
  label text,
  hash uuid
);

-- %change schemas/metaschema_public/tables/schema/table < metaschema_public.database schemas/metaschema_public/types/object_category
CREATE TABLE metaschema_public.schema (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (char_length(name) > 2),
  schema_name text NOT NULL UNIQUE,
  label text,
  description text,
  is_public boolean NOT NULL DEFAULT true,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/table/table < metaschema_public.schema
CREATE TABLE metaschema_public."table" (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  name text NOT NULL,
  label text,
  description text,
  use_rls boolean NOT NULL DEFAULT false,
  timestamps boolean NOT NULL DEFAULT false,
  peoplestamps boolean NOT NULL DEFAULT false,
  plural_name text,
  singular_name text,
  inherits_id uuid REFERENCES metaschema_public."table" (id) ON DELETE SET NULL,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/field/table < metaschema_public.table
CREATE TABLE metaschema_public.field (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text NOT NULL,
  label text,
  description text,
  is_required boolean NOT NULL DEFAULT false,
  default_value text,
  default_value_ast jsonb,
  is_hidden boolean NOT NULL DEFAULT false,
  type citext NOT NULL,
  field_order integer NOT NULL DEFAULT 0,
  regexp text,
  chk jsonb,
  min double precision,
  max double precision,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}',
  UNIQUE (table_id, name)
);

-- %change schemas/metaschema_public/tables/primary_key_constraint/table < metaschema_public.table
CREATE TABLE metaschema_public.primary_key_constraint (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text,
  type text,
  field_ids uuid[] NOT NULL CHECK (field_ids <> '{}'),
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/unique_constraint/table < metaschema_public.table
CREATE TABLE metaschema_public.unique_constraint (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text,
  description text,
  type text,
  field_ids uuid[] NOT NULL CHECK (field_ids <> '{}'),
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/check_constraint/table < metaschema_public.table
CREATE TABLE metaschema_public.check_constraint (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text,
  type text,
  field_ids uuid[],
  expr jsonb,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/foreign_key_constraint/table < metaschema_public.table
CREATE TABLE metaschema_public.foreign_key_constraint (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text,
  description text,
  type text,
  field_ids uuid[] NOT NULL CHECK (field_ids <> '{}'),
  ref_table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  ref_field_ids uuid[] NOT NULL CHECK (ref_field_ids <> '{}'),
  delete_action character(1) DEFAULT 'c',
  update_action character(1) DEFAULT 'a',
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/index/table < metaschema_public.table
CREATE TABLE metaschema_public.index (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text NOT NULL DEFAULT '',
  field_ids uuid[],
  include_field_ids uuid[],
  access_method text NOT NULL DEFAULT 'BTREE',
  index_params jsonb,
  where_clause jsonb,
  is_unique boolean NOT NULL DEFAULT false,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/full_text_search/table < metaschema_public.field
CREATE TABLE metaschema_public.full_text_search (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  field_id uuid NOT NULL REFERENCES metaschema_public.field (id) ON DELETE CASCADE,
  field_ids uuid[] NOT NULL,
  weights text[] NOT NULL,
  langs text[] NOT NULL,
  CHECK (cardinality(field_ids) = cardinality(weights) AND cardinality(weights) = cardinality(langs))
);

-- %change schemas/metaschema_public/tables/policy/table < metaschema_public.table
CREATE TABLE metaschema_public.policy (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text,
  role_name text,
  privilege text,
  permissive boolean DEFAULT true,
  disabled boolean DEFAULT false,
  policy_type text,
  data jsonb,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/procedure/table < metaschema_public.database schemas/metaschema_public/types/object_category
CREATE TABLE metaschema_public.procedure (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text NOT NULL,
  argnames text[],
  argtypes text[],
  argdefaults text[],
  lang_name text,
  definition text,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/rls_function/table < metaschema_public.table
CREATE TABLE metaschema_public.rls_function (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text,
  label text,
  description text,
  data jsonb,
  inline boolean DEFAULT false,
  security integer DEFAULT 0
);

-- %change schemas/metaschema_public/tables/limit_function/table < metaschema_public.table
CREATE TABLE metaschema_public.limit_function (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text,
  label text,
  description text,
  data jsonb,
  security integer DEFAULT 0
);

-- %change schemas/metaschema_public/tables/trigger/table < metaschema_public.table
CREATE TABLE metaschema_public.trigger (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  name text NOT NULL,
  event text,
  function_name text,
  smart_tags jsonb,
  category metaschema_public.object_category NOT NULL DEFAULT 'app',
  module text,
  scope integer,
  tags citext[] NOT NULL DEFAULT '{}'
);

-- %change schemas/metaschema_public/tables/trigger_function/table < metaschema_public.database
CREATE TABLE metaschema_public.trigger_function (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text NOT NULL,
  code text
);

-- %change schemas/metaschema_public/tables/schema_grant/table < metaschema_public.schema
CREATE TABLE metaschema_public.schema_grant (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  grantee_name text NOT NULL
);

-- %change schemas/metaschema_public/tables/table_grant/table < metaschema_public.table
CREATE TABLE metaschema_public.table_grant (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  privilege text NOT NULL,
  role_name text NOT NULL,
  field_ids uuid[]
);

-- %change schemas/metaschema_public/tables/database_extension/table < metaschema_public.database
CREATE TABLE metaschema_public.database_extension (
  name text NOT NULL,
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  PRIMARY KEY (name, database_id)
);

-- %change schemas/metaschema_public/tables/partition/table < metaschema_public.table
CREATE TABLE metaschema_public.partition (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  strategy text NOT NULL CHECK (strategy IN ('range', 'list', 'hash')),
  field_name text NOT NULL,
  partition_interval interval,
  retention interval,
  premake integer NOT NULL DEFAULT 4
);
