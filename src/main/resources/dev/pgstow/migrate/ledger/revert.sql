CREATE PROCEDURE pgpm_migrate.revert(p_package text, p_change_name text, p_revert_sql text)
LANGUAGE plpgsql AS $ledger$
DECLARE
  dependents text;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pgpm_migrate.changes c
    WHERE c.package = p_package AND c.change_name = p_change_name) THEN
    RAISE EXCEPTION 'Change % is not deployed in package %', p_change_name, p_package;
  END IF;

  SELECT string_agg(d.package || ':' || d.change_name, ', ') INTO dependents
  FROM pgpm_migrate.get_dependents(p_package, p_change_name) d;
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Change % of package % is required by %', p_change_name, p_package, dependents;
  END IF;

  EXECUTE p_revert_sql;

  DELETE FROM pgpm_migrate.changes c
  WHERE c.package = p_package AND c.change_name = p_change_name;
  INSERT INTO pgpm_migrate.events (event_type, change_name, package)
  VALUES ('revert', p_change_name, p_package);
END;
$ledger$;
