CREATE SCHEMA pgpm_migrate;
COMMENT ON SCHEMA pgpm_migrate IS 'Which changes of which packages are deployed here; shared by pgpm and pgstow';
