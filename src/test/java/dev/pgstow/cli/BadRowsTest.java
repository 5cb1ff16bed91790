package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source with something wrong in it: told, with the right exit code, and nothing written. */
class BadRowsTest {
  private static final String PETS =
      "(SELECT id FROM metaschema_public.database WHERE name = 'pets')";

  @TempDir Path workspace;

  private final String database = Sample.createDatabase();
  private Cli cli;

  @BeforeEach
  void init() throws IOException {
    Files.writeString(workspace.resolve("pgpm.json"), "{}");
    Files.createDirectory(workspace.resolve("packages"));
    cli = new Cli(workspace);
  }

  @AfterEach
  void drop() {
    TestServer.shared().dropDatabase(database);
  }

  private void execute(String sql) {
    TestServer.shared().execute(database, sql);
  }

  private String refused(int exit, String... more) {
    String[] flags = new String[more.length + 3];
    flags[0] = "--database-id";
    flags[1] = "pets";
    flags[2] = "--json";
    System.arraycopy(more, 0, flags, 3, more.length);
    assertEquals(exit, cli.export(database, flags), () -> cli.out() + cli.err());
    assertFalse(cli.err().contains("\tat "), () -> cli.err());
    assertEquals(new TreeMap<>(), Trees.read(workspace.resolve("packages")));
    return last().path("ident").asText();
  }

  private JsonNode last() {
    String line = cli.out().lines().reduce((before, after) -> after).orElseThrow();
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(line, e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          change-name-unsafe      | 'schemas/../../x'   | '{}'
          change-name-unsafe      | '/etc/x'            | '{}'
          change-name-unsafe      | 'C:/x'              | '{}'
          change-name-unsafe      | 'a b'               | '{}'
          change-name-unsafe      | E'a\\nb'            | '{}'
          change-name-unsafe      | 'con'               | '{}'
          change-name-unsafe      | repeat('a', 300)    | '{}'
          action-unnamed          | ''                  | '{}'
          dependency-missing      | 'x'                 | '{nowhere}'
          dependency-empty        | 'x'                 | '{NULL}'
          dependency-duplicate    | 'x'                 | '{y,y}'
          dependency-cycle        | 'x'                 | '{x}'
          """)
  void aBadActionIsNamed(String ident, String deploy, String deps) {
    execute(
        "INSERT INTO db_migrate.sql_actions (database_id, name, deploy, deps, content) VALUES ("
            + PETS
            + ", 'bad', "
            + deploy
            + ", "
            + deps
            + ", 'SELECT 1;')");
    assertEquals(ident, refused(1));
  }

  @Test
  void filesThatWouldBeInOneAnothersWayAreToldAsRows() {
    execute(
        "INSERT INTO db_migrate.sql_actions (database_id, deploy, content) VALUES ("
            + PETS
            + ", 'schemas/a', 'SELECT 1;'), ("
            + PETS
            + ", 'schemas/a.sql/b', 'SELECT 1;')");
    assertEquals("change-file-and-folder", refused(1));
    assertTrue(cli.err().contains("schemas/a.sql/b"), () -> cli.err());
    assertFalse(cli.err().contains("pgstow-stage"), () -> cli.err());
  }

  @Test
  void aScriptThatIsNullIsNamed() {
    execute(
        "UPDATE db_migrate.sql_actions SET content = NULL WHERE id = (SELECT max(id) FROM"
            + " db_migrate.sql_actions WHERE database_id = "
            + PETS
            + ")");
    assertEquals("action-empty", refused(1));
  }

  @Test
  void aDatabaseWithoutSchemasIsToldAsSuch() {
    execute(
        "SET session_replication_role = replica; DELETE FROM metaschema_public.schema WHERE"
            + " database_id = "
            + PETS);
    assertEquals("no-schemas", refused(1));
  }

  @Test
  void aNameThatTwoDatabasesHaveAsksForTheId() {
    execute("UPDATE metaschema_public.database SET name = 'pets'");
    assertEquals("answer-ambiguous", refused(2));
  }

  @Test
  void schemasThatWouldGetOneNameAreNamed() {
    execute(
        "UPDATE metaschema_public.schema SET name = CASE WHEN name LIKE '%private%' THEN 'one-x'"
            + " ELSE 'one_x' END WHERE database_id = "
            + PETS);
    refused(1);
    assertTrue(cli.err().contains("would both be called \"pets_one_x\""), () -> cli.err());
  }

  @Test
  void aMetadataSchemaThatIsNotThereIsNamed() {
    assertEquals("meta-schema-unknown", refused(2, "--meta-schema", "nowhere"));
  }

  @Test
  void aMalformedListOfRequiredNamesIsRefused() {
    assertEquals("requires-invalid", refused(2, "--requires", "a,,b"));
    assertEquals("requires-invalid", refused(2, "--requires", "a'b"));
  }

  @Test
  void anAuthorOfTwoLinesIsRefused() {
    assertEquals(2, cli.run("export", "-d", database, "--database-id", "pets", "--author", "a\nb"));
    assertTrue(cli.err().contains("one line"), () -> cli.err());
  }

  @Test
  void aRoleIsToldAllThatItMayNotRead() {
    String role = "plain_" + database;
    execute("CREATE ROLE " + role + " LOGIN");
    try {
      cli.environment("PGUSER", role);
      assertEquals("tables-unreadable", refused(1));
      execute(
          "GRANT USAGE ON SCHEMA metaschema_public, db_migrate TO "
              + role
              + "; GRANT SELECT ON metaschema_public.database, metaschema_public.schema TO "
              + role);
      assertEquals("tables-unreadable", refused(1));
      assertTrue(cli.err().contains("metaschema_public.field"), () -> cli.err());
      assertTrue(cli.err().contains("db_migrate.sql_actions"), () -> cli.err());
    } finally {
      execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }

  @Test
  void aPolicyThatWouldHideRowsIsAnError() {
    String role = "hidden_" + database;
    execute(
        "CREATE ROLE "
            + role
            + " LOGIN IN ROLE pg_read_all_data; ALTER TABLE metaschema_public.field ENABLE ROW"
            + " LEVEL SECURITY");
    try {
      cli.environment("PGUSER", role);
      assertEquals("row-security", refused(1));
      assertTrue(cli.err().contains("metaschema_public.field"), () -> cli.err());
    } finally {
      execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }
}
