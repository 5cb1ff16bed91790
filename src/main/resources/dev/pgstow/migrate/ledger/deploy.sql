CREATE PROCEDURE pgpm_migrate.deploy(
  p_package text,
  p_change_name text,
  p_script_hash text,
  p_requires text[],
  p_deploy_sql text,
  p_log_only boolean DEFAULT false
) LANGUAGE plpgsql AS $ledger$
DECLARE
  known_hash text;
  missing text;
  id text := encode(
    sha256(convert_to(p_package || p_change_name || p_script_hash, 'UTF8')), 'hex');
BEGIN
  CALL pgpm_migrate.register_package(p_package);

  SELECT c.script_hash INTO known_hash
  FROM pgpm_migrate.changes c
  WHERE c.package = p_package AND c.change_name = p_change_name;
  IF known_hash = p_script_hash THEN
    RETURN;
  ELSIF known_hash IS NOT NULL THEN
    RAISE EXCEPTION 'Change % is deployed in package % already, with another script',
      p_change_name, p_package;
  END IF;

  SELECT string_agg(r.name, ', ') INTO missing
  FROM unnest(p_requires) AS r (name)
  WHERE NOT pgpm_migrate.is_deployed(p_package, r.name);
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'Change % requires what is not deployed: %', p_change_name, missing;
  END IF;

  IF NOT p_log_only THEN
    EXECUTE p_deploy_sql;
  END IF;

  INSERT INTO pgpm_migrate.changes (change_id, change_name, package, script_hash)
  VALUES (id, p_change_name, p_package, p_script_hash);
  INSERT INTO pgpm_migrate.dependencies (change_id, requires)
  SELECT DISTINCT id, r.name FROM unnest(p_requires) AS r (name);
  INSERT INTO pgpm_migrate.events (event_type, change_name, package)
  VALUES ('deploy', p_change_name, p_package);
END;
$ledger$;
