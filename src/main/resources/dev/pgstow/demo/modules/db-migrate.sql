-- %module db-migrate
-- %comment Where a Constructive server keeps the migrations it has run
-- %requires plpgsql,metaschema-schema

-- %change schemas/db_migrate/schema
CREATE SCHEMA db_migrate;

-- %change schemas/db_migrate/tables/sql_actions/table
CREATE TABLE db_migrate.sql_actions (
  id serial PRIMARY KEY,
  name text,
  database_id uuid REFERENCES metaschema_public.database (id) ON DELETE CASCADE,
  deploy text,
  deps text[],
  payload json,
  content text,
  revert text,
  verify text,
  action_name text,
  action_id uuid,
  actor_id uuid,
  category text,
  created_at timestamptz DEFAULT current_timestamp,
  UNIQUE (database_id, deploy)
);
