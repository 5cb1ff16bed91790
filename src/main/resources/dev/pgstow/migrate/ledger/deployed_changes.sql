CREATE FUNCTION pgpm_migrate.deployed_changes(p_package text DEFAULT NULL)
RETURNS TABLE (package text, change_name text, deployed_at timestamptz)
LANGUAGE sql STABLE AS $ledger$
  SELECT c.package, c.change_name, c.deployed_at
  FROM pgpm_migrate.changes c
  WHERE p_package IS NULL OR c.package = p_package
  ORDER BY c.deployed_at
$ledger$;
