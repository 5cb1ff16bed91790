CREATE SCHEMA metaschema_public;
CREATE SCHEMA db_migrate;
CREATE TABLE metaschema_public.database (
  id uuid PRIMARY KEY, owner_id uuid, schema_hash text, name text, label text);
CREATE TABLE metaschema_public.schema (
  id uuid PRIMARY KEY, database_id uuid NOT NULL, name text NOT NULL, schema_name text NOT NULL, is_public boolean);
CREATE TABLE metaschema_public."table" (
  id uuid PRIMARY KEY, database_id uuid NOT NULL, schema_id uuid NOT NULL, name text NOT NULL, smart_tags jsonb,
  use_rls boolean NOT NULL DEFAULT false);
CREATE TABLE metaschema_public.field (
  id uuid PRIMARY KEY, database_id uuid NOT NULL, table_id uuid NOT NULL, name text NOT NULL, label text,
  description text, smart_tags jsonb, is_required boolean NOT NULL DEFAULT false, default_value text,
  default_value_ast jsonb, is_hidden boolean NOT NULL DEFAULT false, type text NOT NULL, field_order integer NOT NULL,
  regexp text, chk jsonb, min double precision, max double precision, tags text[] NOT NULL DEFAULT '{}', category text,
  module text, scope integer, created_at timestamptz DEFAULT now());
CREATE INDEX ON metaschema_public.field (database_id);
CREATE TABLE db_migrate.sql_actions (
  id bigserial PRIMARY KEY, name text, database_id uuid, deploy text, deps text[], payload json, content text, revert text,
  verify text, action_name text, action_id uuid, actor_id uuid, category text, created_at timestamptz DEFAULT now());

CREATE FUNCTION public.fill(actions int, fields int, schemas int) RETURNS void LANGUAGE plpgsql AS $fill$
DECLARE
  db uuid := '11111111-aaaa-4bbb-8ccc-000000000001';
  per int := greatest(1, (actions - schemas) / schemas);
BEGIN
  INSERT INTO metaschema_public.database VALUES (db, NULL, 'a8eba4e4', 'bench', 'Bench');
  INSERT INTO metaschema_public.schema
    SELECT md5('s' || s)::uuid, db, 'app_' || s || '_public', 'bench-1772181642234-a8eba4e4-app-' || s || '-public', true
      FROM generate_series(1, schemas) s;
  INSERT INTO metaschema_public."table"
    SELECT md5('t' || t)::uuid, db, md5('s' || (1 + t % schemas))::uuid, 'table_' || t, '{"a": 1, "b": [1, 2]}', true
      FROM generate_series(1, greatest(1, fields / 20)) t;
  INSERT INTO metaschema_public.field
      (id, database_id, table_id, name, label, description, smart_tags, is_required, default_value, type, field_order, min)
    SELECT md5('f' || f)::uuid, db, md5('t' || (1 + f % greatest(1, fields / 20)))::uuid, 'field_' || f, 'Field ' || f,
           'A field''s description, number ' || f, '{"omit": ["create", "delete"], "n": 0}', f % 2 = 0,
           CASE WHEN f % 3 = 0 THEN 'now()' END, 'text', f % 20, f * 0.5
      FROM generate_series(1, fields) f;
  INSERT INTO db_migrate.sql_actions (name, database_id, deploy, deps, content, revert, verify)
    SELECT 'create_schema', db, format('schemas/%s/schema', sn), '{}', format('CREATE SCHEMA %I;', sn),
           format('DROP SCHEMA %I;', sn), format('SELECT verify_schema(%L);', sn)
      FROM (SELECT 'bench-1772181642234-a8eba4e4-app-' || s || '-public' AS sn FROM generate_series(1, schemas) s) x;
  INSERT INTO db_migrate.sql_actions (name, database_id, deploy, deps, content, revert, verify)
    SELECT 'create_table', db, format('schemas/%s/tables/table_%s/table', sn, n), ARRAY[format('schemas/%s/schema', sn)],
           format(E'CREATE TABLE %I.table_%s (\n  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),\n', sn, n)
             || (SELECT string_agg(format('  column_%s text NOT NULL DEFAULT ''value %s''', c, c), E',\n') FROM generate_series(1, 12) c)
             || E'\n);\n' || format(E'COMMENT ON TABLE %I.table_%s IS ''It''''s table %s of %s'';', sn, n, n, sn),
           format('DROP TABLE %I.table_%s;', sn, n), format('SELECT verify_table(%L);', sn || '.table_' || n)
      FROM (SELECT 'bench-1772181642234-a8eba4e4-app-' || (1 + n % schemas) || '-public' AS sn, n
              FROM generate_series(1, actions - schemas) n) x;
END
$fill$;
