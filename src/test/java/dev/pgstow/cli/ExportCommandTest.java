package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pgstow export} on a real server, as a script would call it. */
class ExportCommandTest {
  private static final String KEEP = "--keep-unselected";

  private static String database;

  @TempDir Path workspace;

  private Cli cli;

  @BeforeAll
  static void load() {
    database = Sample.createDatabase();
  }

  @AfterAll
  static void drop() {
    TestServer.shared().dropDatabase(database);
  }

  @BeforeEach
  void init() throws IOException {
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    cli = new Cli(workspace);
  }

  private SortedMap<String, String> packages() {
    return Trees.read(workspace.resolve("packages"));
  }

  private void exported(String... more) {
    assertEquals(0, cli.export(database, more), () -> cli.err());
  }

  @Test
  void twoModulesAreWritten() {
    exported("--database-id", "bookshop");
    assertTrue(packages().containsKey("bookshop/pgpm.plan"));
    assertTrue(packages().containsKey("bookshop-service/deploy/migrate/database.sql"));
    assertTrue(cli.out().contains("Exported"));
    assertFalse(packages().keySet().stream().anyMatch(name -> name.startsWith(".")));
  }

  @Test
  void anUnchangedDatabaseGivesTheSameBytes() throws IOException {
    exported("--database-id", "bookshop");
    SortedMap<String, String> first = packages();
    exported("--database-id", "bookshop");
    assertEquals(first, packages());
    Path elsewhere = Files.createDirectory(workspace.resolve("elsewhere"));
    exported("--database-id", "bookshop", "--outdir", elsewhere.toString());
    assertEquals(first, Trees.read(elsewhere));
  }

  @Test
  void theOrderSchemasAreNamedInMakesNoDifference() throws IOException {
    String memberships = "bookshop-1772181642234-a8eba4e4-memberships-public";
    exported("--database-id", "bookshop", "--schemas", memberships + ",loyalty", KEEP);
    SortedMap<String, String> first = packages();
    Path elsewhere = Files.createDirectory(workspace.resolve("elsewhere"));
    exported(
        "--database-id",
        "bookshop",
        "--schemas",
        "loyalty," + memberships,
        KEEP,
        "--outdir=" + elsewhere);
    assertEquals(first, Trees.read(elsewhere));
  }

  @Test
  void tagsSurvive() throws IOException {
    exported("--database-id", "pets");
    Path plan = workspace.resolve("packages/pets/pgpm.plan");
    String tagged =
        Files.readString(plan) + "@v1.0.0 2024-01-15T10:00:00Z A <a@example.com> # one\n";
    Files.writeString(plan, tagged);
    exported("--database-id", "pets");
    assertEquals(tagged, Files.readString(plan));
  }

  @Test
  void handEditedFilesAreNotLostWithoutAYes() throws IOException {
    exported("--database-id", "pets");
    Path script = workspace.resolve("packages").resolve(anyDeploy("pets"));
    Files.writeString(script, "-- by hand\n");
    SortedMap<String, String> edited = packages();
    assertEquals(5, cli.export(database, "--database-id", "pets"));
    assertTrue(cli.err().contains("edited by hand"));
    assertEquals(edited, packages());
    exported("--database-id", "pets", "--yes");
    assertNotEquals("-- by hand\n", Files.readString(script));
  }

  private String anyDeploy(String module) {
    return packages().keySet().stream()
        .filter(name -> name.startsWith(module + "/deploy/"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noOverwriteStops() {
    exported("--database-id", "pets");
    assertEquals(5, cli.export(database, "--database-id", "pets", "--no-overwrite"));
    assertEquals(2, cli.export(database, "--database-id", "pets", "--no-overwrite", "--yes"));
  }

  @Test
  void aDryRunWritesNothing() {
    exported("--database-id", "pets", "--dry-run");
    assertTrue(cli.out().contains("is new"));
    assertEquals(new TreeMap<>(), packages());
  }

  @Test
  void jsonLinesTellEventsAndResult() throws IOException {
    exported("--database-id", "pets", "--json");
    List<String> lines = cli.out().lines().toList();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : lines) {
      assertTrue(mapper.readTree(line).hasNonNull("event"), line);
    }
    JsonNode result = mapper.readTree(lines.get(lines.size() - 1));
    assertEquals("result", result.path("event").asText());
    assertEquals("pets", result.path("extension").path("name").asText());
    assertTrue(result.path("written").asBoolean());
  }

  @Test
  void pgpmSpellingsWork() {
    assertEquals(
        0,
        cli.run(
            "export",
            "--databases",
            database,
            "--database_ids",
            "pets",
            "--author",
            "A",
            "--extensionName=crm",
            "--metaExtensionName",
            "crm-svc"),
        () -> cli.err());
    assertTrue(packages().containsKey("crm-svc/pgpm.plan"));
  }

  @Test
  void anUntickedSchemaIsLeftOutWithNothingDangling() {
    String ids =
        query(
            "SELECT string_agg(x.id::text, '|') FROM (SELECT id, schema_name AS name FROM"
                + " metaschema_public.schema UNION SELECT t.id, s.schema_name FROM"
                + " metaschema_public.\"table\" t JOIN metaschema_public.schema s ON s.id ="
                + " t.schema_id UNION SELECT f.id, s.schema_name FROM metaschema_public.field f"
                + " JOIN metaschema_public.\"table\" t ON t.id = f.table_id JOIN"
                + " metaschema_public.schema s ON s.id = t.schema_id) x WHERE name = 'loyalty'");
    String others =
        query(
            "SELECT string_agg(s.schema_name, ',') FROM metaschema_public.schema s JOIN"
                + " metaschema_public.database d ON d.id = s.database_id WHERE d.name ="
                + " 'bookshop' AND s.schema_name <> 'loyalty'");
    exported("--database-id", "bookshop", "--schemas", others);
    packages()
        .forEach(
            (name, text) -> {
              assertFalse(name.contains("loyalty"), name);
              for (String id : ids.split("\\|")) {
                assertFalse(text.contains(id), name + " holds " + id);
              }
            });
    exported("--database-id", "bookshop", "--schemas", others, "--keep-unselected", "--yes");
    assertTrue(packages().containsKey("bookshop/deploy/schemas/loyalty/schema.sql"));
  }

  private static String query(String sql) {
    try (var connection = TestServer.shared().connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refused(int exit, String says, String... arguments) {
    assertEquals(exit, cli.run(arguments), () -> cli.err());
    assertTrue(cli.err().contains(says), () -> cli.err());
    assertFalse(cli.err().contains("\tat "), () -> cli.err());
    assertEquals(new TreeMap<>(), packages());
  }

  @Test
  void theCommandThatDoesItAgainWorksInTheSameFolder() throws IOException {
    Path below = Files.createDirectories(workspace.resolve("my notes"));
    exported("--database-id", "bookshop", "--cwd", "my notes", "--dry-run");
    assertTrue(cli.out().contains("--cwd 'my notes'"), () -> cli.out());
    cli = new Cli(below);
    exported("--database-id", "bookshop", "--dry-run");
    assertFalse(cli.out().contains("--cwd"), () -> cli.out());
  }

  @Test
  void badInputIsToldAndNothingIsWritten() throws IOException {
    Path outside = Files.createTempDirectory("pgstow-no-workspace-");
    refused(1, "pgstow init", "export", "--cwd", outside.toString(), "--database", database);
    Files.delete(outside);
    refused(1, "nowhere_such", "export", "--database", "nowhere_such");
    refused(2, "bookshop", "export", "--database", database, "--database-id", "bookshp");
    refused(2, "--database-id", "export", "--database", database);
    refused(2, "--database", "export");
    refused(
        2, "Crm!", "export", "-d", database, "--database-id", "pets", "--extension-name", "Crm!");
    refused(
        2,
        "differ",
        "export",
        "-d",
        database,
        "--database-id",
        "pets",
        "--extension-name",
        "a",
        "--meta-extension-name",
        "a");
    refused(2, "--wrong", "export", "--wrong");
    refused(2, "nope", "export", "-d", database, "--database-id", "pets", "--schemas", "nope");
    refused(1, "refused", "export", "-h", "localhost", "-p", "1", "-d", database);
    refused(2, "one name", "export", "-d", database, "--database-id", "a", "--database-id", "b");
    refused(1, "metaschema_public", "export", "--database", "postgres");
  }

  @Test
  void aTargetThatIsAFileStays() throws IOException {
    Files.createDirectories(workspace.resolve("packages"));
    Files.writeString(workspace.resolve("packages/pets"), "a file");
    assertEquals(1, cli.export(database, "--database-id", "pets"));
    assertEquals("a file", packages().get("pets"));
    assertEquals(1, packages().size());
  }
}
