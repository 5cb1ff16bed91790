CREATE TABLE pgpm_migrate.events (
  event_id serial PRIMARY KEY,
  event_type text NOT NULL CHECK (event_type IN ('deploy', 'revert', 'verify')),
  change_name text NOT NULL,
  package text NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  error_message text,
  error_code text
);
