CREATE FUNCTION pgpm_migrate.get_dependents(p_package text, p_change_name text)
RETURNS TABLE (package text, change_name text, dependency text) LANGUAGE sql STABLE AS $ledger$
  SELECT c.package, c.change_name, d.requires
  FROM pgpm_migrate.dependencies d
  JOIN pgpm_migrate.changes c USING (change_id)
  WHERE d.requires = p_package || ':' || p_change_name
    OR (d.requires = p_change_name AND c.package = p_package)
  ORDER BY c.package, c.change_name
$ledger$;
