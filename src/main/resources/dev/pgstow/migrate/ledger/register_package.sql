CREATE PROCEDURE pgpm_migrate.register_package(p_package text) LANGUAGE plpgsql AS $ledger$
BEGIN
  IF NOT EXISTS (SELECT FROM pgpm_migrate.packages p WHERE p.package = p_package) THEN
    INSERT INTO pgpm_migrate.packages (package) VALUES (p_package) ON CONFLICT DO NOTHING;
  END IF;
END;
$ledger$;
