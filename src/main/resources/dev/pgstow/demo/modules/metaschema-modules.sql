-- %module metaschema-modules
-- %comment Which ready-made parts a database uses, and under which names
-- %requires plpgsql,uuid-ossp,metaschema-schema,services

-- %change schemas/metaschema_modules_public/schema
CREATE SCHEMA metaschema_modules_public;
GRANT USAGE ON SCHEMA metaschema_modules_public TO authenticated;

-- %change schemas/metaschema_modules_public/tables/users_module/table
CREATE TABLE metaschema_modules_public.users_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  table_name text NOT NULL DEFAULT 'users'
);

-- %change schemas/metaschema_modules_public/tables/emails_module/table
CREATE TABLE metaschema_modules_public.emails_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  private_schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  owner_table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  table_name text NOT NULL DEFAULT 'emails'
);

-- %change schemas/metaschema_modules_public/tables/sessions_module/table
CREATE TABLE metaschema_modules_public.sessions_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  sessions_table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  sessions_table text NOT NULL DEFAULT 'sessions',
  sessions_default_expiration interval NOT NULL DEFAULT '30 days',
  grace interval,
  refresh_after interval,
  policies jsonb[]
);

-- %change schemas/metaschema_modules_public/tables/memberships_module/table
CREATE TABLE metaschema_modules_public.memberships_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  private_schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  memberships_table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  grants_table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  actor_table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  memberships_table_name text NOT NULL DEFAULT '',
  grants_table_name text NOT NULL DEFAULT '',
  membership_type integer NOT NULL,
  entity_table_id uuid REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  prefix text,
  actor_perm_check text NOT NULL DEFAULT '',
  entity_ids_function text
);

-- %change schemas/metaschema_modules_public/tables/rls_module/table
CREATE TABLE metaschema_modules_public.rls_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  api_id uuid NOT NULL UNIQUE REFERENCES services_public.apis (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  private_schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  users_table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  authenticate text NOT NULL DEFAULT 'authenticate',
  authenticate_strict text NOT NULL DEFAULT 'authenticate_strict',
  "current_role" text NOT NULL DEFAULT 'current_user',
  current_role_id text NOT NULL DEFAULT 'current_user_id'
);

-- %change schemas/metaschema_modules_public/tables/field_module/table
CREATE TABLE metaschema_modules_public.field_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  private_schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  field_id uuid NOT NULL REFERENCES metaschema_public.field (id) ON DELETE CASCADE,
  node_type text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  triggers text[],
  functions text[]
);

-- %change schemas/metaschema_modules_public/tables/table_module/table
CREATE TABLE metaschema_modules_public.table_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  private_schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  table_id uuid NOT NULL REFERENCES metaschema_public."table" (id) ON DELETE CASCADE,
  node_type text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  fields uuid[]
);

-- %change schemas/metaschema_modules_public/tables/uuid_module/table
CREATE TABLE metaschema_modules_public.uuid_module (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  uuid_function text NOT NULL DEFAULT 'uuid_generate_v4',
  uuid_seed text NOT NULL
);
