package dev.pgstow.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleServerTest {
  private static SampleDatabases sample;

  @BeforeAll
  static void load() throws SQLException {
    sample = SampleDatabases.withSample();
  }

  @AfterAll
  static void drop() {
    sample.close();
  }

  @Test
  void hasTwoDatabasesWithTheirSchemasAndActions() throws SQLException {
    assertEquals(
        List.of("bookshop|6|123", "pets|2|20"),
        sample.query(
            "SELECT d.name, (SELECT count(*) FROM metaschema_public.schema s"
                + " WHERE s.database_id = d.id), (SELECT count(*) FROM db_migrate.sql_actions a"
                + " WHERE a.database_id = d.id) FROM metaschema_public.database d ORDER BY 1"));
  }

  @Test
  void schemasLiveUnderTheirInternalNamesAndOneNameBeginsAnother() throws SQLException {
    assertEquals(
        List.of(
            "bookshop-1772181642234-a8eba4e4-app-private",
            "bookshop-1772181642234-a8eba4e4-app-public",
            "bookshop-1772181642234-a8eba4e4-app-public-v2",
            "bookshop-1772181642234-a8eba4e4-auth-public",
            "bookshop-1772181642234-a8eba4e4-memberships-public",
            "loyalty",
            "pets-1772182003117-5f0c9e21-private",
            "pets-1772182003117-5f0c9e21-public"),
        sample.query(
            "SELECT s.schema_name FROM metaschema_public.schema s"
                + " JOIN pg_namespace n ON n.nspname = s.schema_name"
                + " ORDER BY s.schema_name COLLATE \"C\""));
  }

  @Test
  void everyMetadataTableHasRows() throws SQLException {
    List<String> tables =
        sample.query(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN"
                + " ('metaschema_public', 'metaschema_modules_public', 'services_public',"
                + " 'routing_public', 'apps_public', 'catalog_private') ORDER BY 1");
    assertEquals(52, tables.size());
    for (String table : tables) {
      assertFalse(sample.query("SELECT 1 FROM " + table).isEmpty(), table);
    }
  }

  @Test
  void dependenciesAreEarlierActionsOfTheSameDatabase() throws SQLException {
    assertEquals(
        List.of(),
        sample.query(
            "SELECT a.deploy, d FROM db_migrate.sql_actions a, unnest(a.deps) d WHERE NOT EXISTS"
                + " (SELECT FROM db_migrate.sql_actions b WHERE b.database_id = a.database_id"
                + " AND b.deploy = d AND b.id < a.id)"));
  }

  @Test
  void everyActionCanBeRevertedAndSomeHaveNothingToVerify() throws SQLException {
    assertEquals(
        List.of("0|t|t"),
        sample.query(
            "SELECT count(*) FILTER (WHERE revert IS NULL), count(*) FILTER (WHERE verify IS NULL)"
                + " > 10, count(verify) > 80 FROM db_migrate.sql_actions"));
  }

  @Test
  void changeNamesAreLegal() throws SQLException {
    Pattern legal = Pattern.compile("[\\w][^\\s:@#\\\\]*[\\w]", Pattern.UNICODE_CHARACTER_CLASS);
    List<String> names =
        sample.query(
            "SELECT deploy FROM db_migrate.sql_actions UNION ALL"
                + " SELECT change_name FROM pgpm_migrate.changes");
    for (String name : names) {
      assertTrue(legal.matcher(name).matches(), name);
    }
  }

  @Test
  void metadataDescribesWhatIsInTheCatalog() throws SQLException {
    assertEquals(
        List.of("20|20"),
        sample.query(
            "SELECT (SELECT count(*) FROM metaschema_public.\"table\"), (SELECT count(*) FROM"
                + " pg_tables t JOIN metaschema_public.schema s ON s.schema_name = t.schemaname)"));
    assertEquals(
        List.of("名前|text", "say \"hi\"|text", "o'brien|text"),
        sample.query(
            "SELECT f.name, f.type FROM metaschema_public.field f"
                + " JOIN metaschema_public.\"table\" t ON t.id = f.table_id"
                + " WHERE t.name = 'authors' AND f.name !~ '^[a-z_]+$' ORDER BY f.field_order"));
  }

  @Test
  void registrationActionHasMadeItsRow() throws SQLException {
    assertEquals(
        List.of("audit_log|happened_at|1 mon|7 years 6 mons"),
        sample.query(
            "SELECT t.name, p.field_name, p.partition_interval, p.retention"
                + " FROM metaschema_public.partition p"
                + " JOIN metaschema_public.\"table\" t ON t.id = p.table_id"));
  }

  @Test
  void schemasNothingElseNeedsCanBeLeftOut() throws SQLException {
    assertEquals(
        List.of(),
        sample.query(
            "SELECT a.deploy FROM db_migrate.sql_actions a, unnest(a.deps) d,"
                + " unnest(ARRAY['loyalty', 'bookshop-1772181642234-a8eba4e4-app-public-v2']) s"
                + " WHERE d LIKE 'schemas/' || s || '/%'"
                + " AND a.deploy NOT LIKE 'schemas/' || s || '/%'"));
  }

  @Test
  void ledgerHasTheModulesAndNothingDangles() throws SQLException {
    assertEquals(
        List.of(
            "db-migrate",
            "metaschema-modules",
            "metaschema-schema",
            "pgpm-jwt-claims",
            "pgpm-types",
            "pgpm-verify",
            "services"),
        sample.query("SELECT package FROM pgpm_migrate.packages ORDER BY 1"));
    assertEquals(
        List.of(),
        sample.query(
            "SELECT requires FROM pgpm_migrate.dependencies d WHERE NOT EXISTS (SELECT FROM"
                + " pgpm_migrate.changes c WHERE c.package || ':' || c.change_name ="
                + " d.requires)"));
    assertEquals(
        List.of(),
        sample.query(
            "SELECT change_name FROM pgpm_migrate.changes WHERE change_id <>"
                + " encode(sha256((package || change_name || script_hash)::bytea), 'hex')"));
  }

  @Test
  void failureLeavesTheDatabaseEmpty() throws SQLException {
    try (SampleDatabases taken = new SampleDatabases()) {
      taken.execute("CREATE SCHEMA metaschema_modules_public");
      try (var connection = taken.connect()) {
        SampleServer.loadConstructive(connection);
      } catch (SQLException expected) {
        assertEquals("42P06", expected.getSQLState());
      }
      assertEquals(
          List.of(), taken.query("SELECT 1 FROM pg_namespace WHERE nspname = 'pgpm_migrate'"));
    }
  }
}
