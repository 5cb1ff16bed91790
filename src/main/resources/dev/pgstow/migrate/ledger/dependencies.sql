CREATE TABLE pgpm_migrate.dependencies (
  change_id text NOT NULL REFERENCES pgpm_migrate.changes (change_id) ON DELETE CASCADE,
  requires text NOT NULL,
  PRIMARY KEY (change_id, requires)
);
