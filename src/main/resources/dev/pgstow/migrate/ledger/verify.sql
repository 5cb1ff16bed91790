-- Whether the script runs without an error. What it did is undone either way.
CREATE FUNCTION pgpm_migrate.verify(p_package text, p_change_name text, p_verify_sql text)
RETURNS boolean LANGUAGE plpgsql AS $ledger$
DECLARE
  passed boolean := false;
BEGIN
  BEGIN
    EXECUTE p_verify_sql;
    passed := true;
    -- Leaving the block by an error rolls it back.
    RAISE EXCEPTION 'verified';
  EXCEPTION WHEN OTHERS THEN
    RETURN passed;
  END;
END;
$ledger$;
