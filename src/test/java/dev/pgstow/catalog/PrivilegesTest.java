package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegesTest extends CatalogTestBase {
  private static final String ROLES =
      """
      DO $$ DECLARE wanted text; BEGIN
        FOREACH wanted IN ARRAY ARRAY['chain_o', 'chain_a', 'chain_b', 'chain_c'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I', wanted);
          END IF;
        END LOOP;
      END $$;
      """;

  @Test
  void aGrantComesAfterTheOneThatAllowsIt() {
    String database =
        database(
            ROLES,
            """
            CREATE SCHEMA app AUTHORIZATION chain_o;
            GRANT USAGE ON SCHEMA app TO PUBLIC;
            SET ROLE chain_o; CREATE TABLE app.g (a int);
            GRANT SELECT ON app.g TO chain_a, chain_c WITH GRANT OPTION;
            SET ROLE chain_a; GRANT SELECT ON app.g TO chain_b;
            SET ROLE chain_c; GRANT SELECT ON app.g TO chain_a WITH GRANT OPTION;
            SET ROLE chain_o; REVOKE SELECT ON app.g FROM chain_a;
            """);
    assertReloads(read(database));
  }

  @Test
  void aGrantorIsLentTheSchemaHeMayNotUseAnyMore() {
    String database =
        database(
            ROLES,
            """
            CREATE SCHEMA app AUTHORIZATION chain_o;
            GRANT USAGE ON SCHEMA app TO chain_a;
            SET ROLE chain_o; CREATE TABLE app.t (a int, b int);
            CREATE FUNCTION app.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
            GRANT SELECT ON app.t TO chain_a WITH GRANT OPTION;
            GRANT EXECUTE ON FUNCTION app.f() TO chain_a WITH GRANT OPTION;
            SET ROLE chain_a; GRANT SELECT (b) ON app.t TO chain_b; GRANT SELECT ON app.t TO chain_c;
            GRANT EXECUTE ON FUNCTION app.f() TO chain_b;
            SET ROLE chain_o; REVOKE USAGE ON SCHEMA app FROM chain_a;
            """);
    Catalog catalog = read(database);
    assertTrue(
        text(catalog)
            .contains(
                """
                GRANT USAGE ON SCHEMA app TO chain_a;
                SET SESSION AUTHORIZATION chain_a;
                GRANT SELECT (b) ON TABLE app.t TO chain_b;
                RESET SESSION AUTHORIZATION;
                REVOKE USAGE ON SCHEMA app FROM chain_a;
                """),
        text(catalog));
    assertReloads(catalog);
  }

  @Test
  void privilegesOnSystemColumnsAreCarried() {
    String database =
        database(ROLES, "CREATE TABLE t (a int); GRANT SELECT (ctid, a, xmin) ON t TO chain_a");
    Catalog catalog = read(database);
    String text = text(catalog);
    assertTrue(text.contains("GRANT SELECT (ctid) ON TABLE public.t TO chain_a"), text);
    assertTrue(text.contains("GRANT SELECT (xmin) ON TABLE public.t TO chain_a"), text);
    assertReloads(catalog);
  }

  @Test
  void typesWithNamesOfTheirOwnInSqlAreNamedAsGrantTakesThem() {
    Catalog catalog =
        read(
            database(
                "REVOKE USAGE ON TYPE pg_catalog.int4, pg_catalog.varchar FROM PUBLIC",
                "ALTER TYPE pg_catalog.int8 OWNER TO pg_database_owner"));
    String text = text(catalog);
    assertTrue(text.contains("REVOKE ALL ON TYPE pg_catalog.int4 FROM PUBLIC"), text);
    assertTrue(text.contains("ALTER TYPE pg_catalog.int8 OWNER TO pg_database_owner"), text);
    assertReloads(catalog);
  }

  @Test
  void labelsOnExtensionsMembersAreCarried() {
    String database =
        database(
            "CREATE EXTENSION citext",
            "INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label)"
                + " VALUES ('public.citext'::regtype, 1247, 0, 'dummy', 'it''s secret')");
    Catalog catalog = read(database);
    String text = text(catalog);
    assertTrue(
        text.contains("SECURITY LABEL FOR dummy ON TYPE public.citext IS 'it''s secret'"), text);
    assertEquals(List.of(), catalog.notes());
  }

  private void assertReloads(Catalog catalog) {
    assertEquals(List.of(), catalog.notes());
    assertEquals(text(catalog), text(read(load(catalog))));
  }
}
