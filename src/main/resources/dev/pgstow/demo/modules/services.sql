-- %module services
-- %comment APIs, sites, domains and routes; services_public is the older vintage, routing_public the newer
-- %requires plpgsql,uuid-ossp,pgpm-types,metaschema-schema

-- %change schemas/services_public/schema
CREATE SCHEMA services_public;
GRANT USAGE ON SCHEMA services_public TO authenticated, administrator;

-- %change schemas/routing_public/schema
CREATE SCHEMA routing_public;
GRANT USAGE ON SCHEMA routing_public TO authenticated, administrator;

-- %change schemas/apps_public/schema
CREATE SCHEMA apps_public;
GRANT USAGE ON SCHEMA apps_public TO authenticated, administrator;

-- %change schemas/catalog_private/schema
CREATE SCHEMA catalog_private;
GRANT USAGE ON SCHEMA catalog_private TO authenticated, administrator;

-- %change schemas/services_public/tables/apis/table
CREATE TABLE services_public.apis (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text NOT NULL,
  dbname text NOT NULL DEFAULT current_database(),
  role_name text NOT NULL DEFAULT 'authenticated',
  anon_role text NOT NULL DEFAULT 'anonymous',
  is_public boolean NOT NULL DEFAULT true,
  UNIQUE (database_id, name)
);

-- %change schemas/services_public/tables/api_schemas/table < services_public.apis
CREATE TABLE services_public.api_schemas (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  api_id uuid NOT NULL REFERENCES services_public.apis (id) ON DELETE CASCADE,
  UNIQUE (api_id, schema_id)
);

-- %change schemas/services_public/tables/api_extensions/table < services_public.apis
CREATE TABLE services_public.api_extensions (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  schema_name text,
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  api_id uuid NOT NULL REFERENCES services_public.apis (id) ON DELETE CASCADE
);

-- %change schemas/services_public/tables/api_modules/table < services_public.apis
CREATE TABLE services_public.api_modules (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  api_id uuid NOT NULL REFERENCES services_public.apis (id) ON DELETE CASCADE,
  name text NOT NULL,
  data json NOT NULL
);

-- %change schemas/services_public/tables/sites/table
CREATE TABLE services_public.sites (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  title text CHECK (char_length(title) <= 120),
  description text CHECK (char_length(description) <= 120),
  og_image image,
  favicon attachment,
  apple_touch_icon image,
  logo image,
  dbname text NOT NULL DEFAULT current_database()
);

-- %change schemas/services_public/tables/apps/table < services_public.sites
CREATE TABLE services_public.apps (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  site_id uuid NOT NULL REFERENCES services_public.sites (id) ON DELETE CASCADE,
  name text,
  app_image image,
  app_store_link url,
  app_store_id text,
  app_id_prefix text,
  play_store_link url
);

-- %change schemas/services_public/tables/domains/table < services_public.apis services_public.sites
CREATE TABLE services_public.domains (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  api_id uuid REFERENCES services_public.apis (id) ON DELETE CASCADE,
  site_id uuid REFERENCES services_public.sites (id) ON DELETE CASCADE,
  subdomain hostname,
  domain hostname,
  CHECK (api_id IS NULL OR site_id IS NULL)
);

-- %change schemas/services_public/tables/site_metadata/table < services_public.sites
CREATE TABLE services_public.site_metadata (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  site_id uuid NOT NULL REFERENCES services_public.sites (id) ON DELETE CASCADE,
  title text,
  description text,
  og_image image
);

-- %change schemas/services_public/tables/site_modules/table < services_public.sites
CREATE TABLE services_public.site_modules (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  site_id uuid NOT NULL REFERENCES services_public.sites (id) ON DELETE CASCADE,
  name text NOT NULL,
  data json NOT NULL
);

-- %change schemas/services_public/tables/site_themes/table < services_public.sites
CREATE TABLE services_public.site_themes (
  id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  site_id uuid NOT NULL REFERENCES services_public.sites (id) ON DELETE CASCADE,
  theme jsonb NOT NULL
);

-- %change schemas/routing_public/tables/apis/table
CREATE TABLE routing_public.apis (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text NOT NULL,
  dbname text DEFAULT current_database(),
  role_name text DEFAULT 'authenticated',
  anon_role text DEFAULT 'anonymous',
  is_published boolean NOT NULL DEFAULT true,
  config jsonb,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/api_schemas/table < routing_public.apis
CREATE TABLE routing_public.api_schemas (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  schema_id uuid NOT NULL REFERENCES metaschema_public.schema (id) ON DELETE CASCADE,
  api_id uuid NOT NULL REFERENCES routing_public.apis (id) ON DELETE CASCADE,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/api_settings/table < routing_public.apis
CREATE TABLE routing_public.api_settings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  api_id uuid NOT NULL REFERENCES routing_public.apis (id) ON DELETE CASCADE,
  enable_aggregates boolean,
  enable_realtime boolean,
  enable_i18n boolean,
  statement_timeout_ms bigint,
  options jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/cors_settings/table < routing_public.apis
CREATE TABLE routing_public.cors_settings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  api_id uuid REFERENCES routing_public.apis (id) ON DELETE CASCADE,
  allowed_origins text[] NOT NULL DEFAULT '{}',
  max_age interval,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/database_settings/table
CREATE TABLE routing_public.database_settings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  enable_search boolean NOT NULL DEFAULT true,
  statement_timeout_ms bigint,
  row_limit numeric,
  options jsonb NOT NULL DEFAULT '{}',
  labels jsonb NOT NULL DEFAULT '{}',
  annotations jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/sites/table
CREATE TABLE routing_public.sites (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text NOT NULL,
  title text,
  description text,
  is_published boolean NOT NULL DEFAULT true,
  config jsonb,
  dbname text DEFAULT current_database(),
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/site_metadata/table < routing_public.sites
CREATE TABLE routing_public.site_metadata (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  site_id uuid NOT NULL REFERENCES routing_public.sites (id) ON DELETE CASCADE,
  title text,
  description text,
  og_image jsonb,
  favicon jsonb,
  robots text,
  canonical_url text,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/site_themes/table < routing_public.sites
CREATE TABLE routing_public.site_themes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  site_id uuid NOT NULL REFERENCES routing_public.sites (id) ON DELETE CASCADE,
  name text NOT NULL,
  theme jsonb NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/domains/table
CREATE TABLE routing_public.domains (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  hostname text NOT NULL,
  managed boolean NOT NULL DEFAULT false,
  is_wildcard boolean NOT NULL DEFAULT false,
  parent_hostname text,
  verification_status text NOT NULL DEFAULT 'pending',
  verified_at timestamptz,
  tls_status text NOT NULL DEFAULT 'pending',
  tls_ready_at timestamptz,
  is_published boolean NOT NULL DEFAULT true,
  config jsonb,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/routes/table < routing_public.domains routing_public.apis routing_public.sites
CREATE TABLE routing_public.routes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  domain_id uuid NOT NULL REFERENCES routing_public.domains (id) ON DELETE CASCADE,
  position bigint GENERATED ALWAYS AS IDENTITY,
  path text NOT NULL DEFAULT '/',
  method text,
  priority integer NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  target_api_id uuid REFERENCES routing_public.apis (id) ON DELETE CASCADE,
  target_site_id uuid REFERENCES routing_public.sites (id) ON DELETE CASCADE,
  config jsonb,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/routing_public/tables/hostname_bindings/table < routing_public.domains
CREATE TABLE routing_public.hostname_bindings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  domain_id uuid NOT NULL REFERENCES routing_public.domains (id) ON DELETE CASCADE,
  hostname text NOT NULL,
  managed boolean NOT NULL DEFAULT false,
  is_wildcard boolean NOT NULL DEFAULT false,
  verification_status text,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/routing_public/tables/route_bindings/table < routing_public.domains
CREATE TABLE routing_public.route_bindings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  domain_id uuid NOT NULL,
  path text NOT NULL,
  method text,
  priority integer NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  target_api_id uuid,
  target_site_id uuid,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- %change schemas/apps_public/tables/apps/table
CREATE TABLE apps_public.apps (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  database_id uuid NOT NULL REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text NOT NULL,
  slug text GENERATED ALWAYS AS (lower(name)) STORED,
  title text,
  description text,
  status text NOT NULL DEFAULT 'draft',
  config jsonb,
  is_published boolean NOT NULL DEFAULT false,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);

-- %change schemas/catalog_private/tables/apis/table
CREATE TABLE catalog_private.apis (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  owner_scope text NOT NULL,
  owner_key uuid,
  is_visible boolean NOT NULL DEFAULT false,
  database_id uuid REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  name text,
  dbname text DEFAULT current_database(),
  role_name text,
  anon_role text,
  config jsonb,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now()
);
