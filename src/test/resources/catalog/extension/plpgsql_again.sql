-- alone
-- What every database has, made again.
DROP EXTENSION plpgsql;
CREATE EXTENSION plpgsql;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
CREATE SCHEMA k_plpgsql;
CREATE FUNCTION k_plpgsql.f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
