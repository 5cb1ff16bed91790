-- Takes "package:change" for the name, too.
CREATE FUNCTION pgpm_migrate.is_deployed(p_package text, p_change_name text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $ledger$
DECLARE
  colon integer := strpos(p_change_name, ':');
BEGIN
  RETURN EXISTS (
    SELECT FROM pgpm_migrate.changes c
    WHERE c.package = CASE WHEN colon > 0 THEN left(p_change_name, colon - 1) ELSE p_package END
      AND c.change_name = substr(p_change_name, colon + 1));
END;
$ledger$;
