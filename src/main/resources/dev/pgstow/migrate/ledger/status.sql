CREATE FUNCTION pgpm_migrate.status(p_package text DEFAULT NULL)
RETURNS TABLE (package text, total_deployed integer, last_change text, last_deployed timestamptz)
LANGUAGE sql STABLE AS $ledger$
  SELECT
    c.package,
    count(*)::integer,
    (array_agg(c.change_name ORDER BY c.deployed_at DESC))[1],
    max(c.deployed_at)
  FROM pgpm_migrate.changes c
  WHERE p_package IS NULL OR c.package = p_package
  GROUP BY c.package
  ORDER BY c.package
$ledger$;
