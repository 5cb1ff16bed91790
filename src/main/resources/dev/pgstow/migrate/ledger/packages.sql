CREATE TABLE pgpm_migrate.packages (
  package text PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
