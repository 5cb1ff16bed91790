package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpCommandTest {
  @TempDir private Path folder;
  private final TestServer server = TestServer.shared();
  private String database = "";
  private Cli cli = new Cli(Path.of("."));

  @BeforeEach
  void database() {
    database = server.createDatabase();
    server.execute(
        database,
        "CREATE SCHEMA app; CREATE SCHEMA other; CREATE TABLE app.users (id int PRIMARY KEY);"
            + "CREATE VIEW app.ids AS SELECT id FROM app.users; CREATE TABLE other.t (id int);"
            + "GRANT SELECT ON app.users TO PUBLIC");
    cli = new Cli(folder);
  }

  @AfterEach
  void drop() {
    server.dropDatabase(database);
  }

  private int dump(String... more) {
    String[] arguments = new String[more.length + 3];
    List.of("dump", "-d", database).toArray(arguments);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return cli.run(arguments);
  }

  private String failure() throws IOException {
    return new ObjectMapper()
        .readTree(cli.out().lines().reduce((a, b) -> b).orElse(""))
        .path("ident")
        .asText();
  }

  @Test
  void oneObjectAFileBelowSchemaByDefault() throws IOException {
    assertEquals(0, dump(), cli.err());
    Path table = folder.resolve("schema/tables/app.users.sql");
    assertTrue(Files.readString(table).startsWith("-- table app.users\n"), Files.readString(table));
    assertTrue(Files.readString(table).contains("GRANT SELECT"), Files.readString(table));
    assertTrue(Files.exists(folder.resolve("schema/views/app.ids.sql")));
    assertTrue(Files.exists(folder.resolve("schema/load.sql")));
    assertTrue(cli.out().contains("table                               2        2"), cli.out());
  }

  @Test
  void flatIsOneScript() throws IOException {
    assertEquals(0, dump("--layout", "flat", "--output", "here", "--schemas", "app"), cli.err());
    String script = Files.readString(folder.resolve("here/schema.sql"));
    assertTrue(script.contains("CREATE TABLE app.users"), script);
    assertFalse(script.contains("other"), script);
  }

  @Test
  void ownersPrivilegesAndSchemasCanBeLeftOut() throws IOException {
    String[] flags = {"--no-owner", "--no-privileges", "--exclude-schemas", "other,public"};
    assertEquals(0, dump(flags), cli.err());
    String table = Files.readString(folder.resolve("schema/tables/app.users.sql"));
    assertFalse(table.contains("OWNER") || table.contains("GRANT"), table);
    assertFalse(Files.exists(folder.resolve("schema/tables/other.t.sql")));
  }

  @Test
  void aFolderWithSomethingInItIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("schema"));
    Files.writeString(folder.resolve("schema/mine"), "mine");
    assertEquals(1, dump("--json"));
    assertEquals("dump-target-not-empty", failure());
    try (var files = Files.list(folder.resolve("schema"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void forceReplacesWhatTheManifestOwnsAndNothingElse() throws IOException {
    dump();
    Files.writeString(folder.resolve("schema/tables/mine.sql"), "mine");
    server.execute(database, "DROP VIEW app.ids; ALTER TABLE app.users ADD name text");
    assertEquals(0, dump("--force"), cli.err());
    assertEquals("mine", Files.readString(folder.resolve("schema/tables/mine.sql")));
    assertFalse(Files.exists(folder.resolve("schema/views")));
    String table = Files.readString(folder.resolve("schema/tables/app.users.sql"));
    assertTrue(table.contains("name text"), table);
  }

  @Test
  void editsByHandAreNamedAndKeptWithoutAYes() throws IOException {
    dump();
    Path table = folder.resolve("schema/tables/app.users.sql");
    Files.writeString(table, "-- edited");
    assertEquals(5, dump("--force", "--json"));
    assertEquals("hand-edited", failure());
    assertTrue(cli.err().contains("tables/app.users.sql"), cli.err());
    assertEquals("-- edited", Files.readString(table));
    assertEquals(0, dump("--force", "--yes"), cli.err());
    assertTrue(cli.out().contains("overwrote edits: tables/app.users.sql"), cli.out());
    assertTrue(Files.readString(table).contains("CREATE TABLE"));
  }

  @Test
  void theSameDatabaseGivesTheSameBytes() throws IOException {
    dump("--output", "one");
    dump("--output", "two");
    assertEquals(
        -1,
        Files.mismatch(folder.resolve("one/manifest.json"), folder.resolve("two/manifest.json")));
    assertEquals(0, dump("--output", "one", "--force", "--json"), cli.err());
    JsonNode result = new ObjectMapper().readTree(cli.out().lines().reduce((a, b) -> b).orElse(""));
    assertEquals("result", result.path("event").asText());
    assertEquals(0, result.path("changed").asInt() + result.path("added").asInt());
  }

  @Test
  void whatCannotBeCarriedIsNamedAndStrictWritesNothing() throws IOException {
    // What is left of !== is named by nothing, so that nothing can make it.
    server.execute(
        database,
        "CREATE OPERATOR app.=== (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int,"
            + " NEGATOR = OPERATOR(app.!==)); DROP OPERATOR app.=== (int, int)");
    assertEquals(1, dump("--strict", "--json"));
    assertEquals("dump-incomplete", failure());
    assertFalse(Files.exists(folder.resolve("schema")));
    assertEquals(0, dump(), cli.err());
    assertTrue(cli.out().contains("Not carried: 1"), cli.out());
  }

  @Test
  void aLayoutThatIsNoneIsAnErrorOfUsage() throws IOException {
    assertEquals(2, dump("--layout", "tree", "--json"));
    assertEquals("layout-unknown", failure());
  }

  @Test
  void helpHasExamples() {
    assertEquals(0, cli.run("dump", "--help"));
    assertTrue(cli.out().contains("pgstow dump -d inventory --layout flat"), cli.out());
  }
}
