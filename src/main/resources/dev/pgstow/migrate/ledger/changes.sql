CREATE TABLE pgpm_migrate.changes (
  change_id text PRIMARY KEY,
  change_name text NOT NULL,
  package text NOT NULL REFERENCES pgpm_migrate.packages (package),
  script_hash text NOT NULL,
  deployed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (package, change_name),
  UNIQUE (package, script_hash)
);
