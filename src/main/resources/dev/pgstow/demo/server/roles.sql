-- The roles that Constructive services are granted to. Roles belong to the whole server.
DO $roles$
BEGIN
  IF to_regrole('anonymous') IS NULL THEN CREATE ROLE anonymous NOLOGIN; END IF;
  IF to_regrole('authenticated') IS NULL THEN CREATE ROLE authenticated NOLOGIN; END IF;
  IF to_regrole('administrator') IS NULL THEN CREATE ROLE administrator NOLOGIN BYPASSRLS; END IF;
  IF to_regrole('app_user') IS NULL THEN CREATE ROLE app_user LOGIN; END IF;
  IF to_regrole('app_admin') IS NULL THEN CREATE ROLE app_admin LOGIN; END IF;
  GRANT anonymous, authenticated TO administrator;
  GRANT anonymous, authenticated TO app_user;
  GRANT administrator TO app_admin;
END;
$roles$;
