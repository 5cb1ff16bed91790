CREATE SCHEMA unlogged_identity;
CREATE UNLOGGED TABLE unlogged_identity.events (
  id integer GENERATED ALWAYS AS IDENTITY,
  at timestamptz
);
