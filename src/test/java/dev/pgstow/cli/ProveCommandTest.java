package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
  @TempDir Path temp;

  private Cli cli;
  private Path workspace;
  private String source;

  @BeforeEach
  void export() {
    SqlScript.createRoles();
    source = Sample.createDatabase();
    workspace = DemoWorkspace.create(temp.resolve("ws")).root();
    cli = new Cli(workspace);
    assertEquals(0, cli.export(source, "--database-id", "pets"), () -> cli.err());
  }

  @AfterEach
  void drop() throws SQLException {
    TestServer.shared().dropDatabase(source);
    assertEquals(List.of(), scratchDatabases());
  }

  private static List<String> scratchDatabases() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT datname FROM pg_database WHERE datname LIKE 'pgstow\\_scratch\\_%'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String url() {
    TestServer server = TestServer.shared();
    return "host=%s port=%d user=%s password='%s'"
        .formatted(server.host, server.port, server.user, server.password);
  }

  private void assertProved(String... arguments) {
    assertEquals(0, cli.run(arguments), () -> cli.out() + cli.err());
    assertTrue(cli.out().contains("Proved in "), () -> cli.out());
  }

  private void assertNotProved(String... arguments) {
    assertEquals(3, cli.run(arguments), () -> cli.out() + cli.err());
  }

  private Path script(String path) {
    return workspace.resolve("packages").resolve(path);
  }

  private void edit(String path, String from, String to) throws IOException {
    String text = Files.readString(script(path));
    assertTrue(text.contains(from), text);
    Files.writeString(script(path), text.replace(from, to));
  }

  @Test
  void bothModulesOfAnExportAreProvedOnAnEmbeddedServer() {
    assertEquals(0, cli.export(source, "--database-id", "bookshop"), () -> cli.err());
    assertProved("prove", "bookshop");
    assertTrue(
        cli.out().contains("Tried bookshop and bookshop-service in a scratch"), () -> cli.out());
    assertEquals(2, cli.run("prove"), () -> cli.out());
    assertTrue(cli.err().contains("Name one: bookshop, pets."), () -> cli.err());
  }

  @Test
  @Tag("thorough")
  void rowsChangedSinceTheirRegistrationAreProved() throws IOException {
    String register =
        "INSERT INTO metaschema_public.trigger_function (id, database_id, name, code) VALUES"
            + " ('33c0ee42-5e2c-4efe-834a-fc1aa1e33a4c', 'be750000-0000-4000-8000-000000000002',"
            + " 'registered', 'x');";
    TestServer.shared()
        .execute(
            source,
            register
                + "UPDATE metaschema_public.trigger_function SET code = 'changed later'"
                + " WHERE name = 'registered';"
                + "INSERT INTO db_migrate.sql_actions (database_id, name, deploy, content, revert,"
                + " verify, category) VALUES ('be750000-0000-4000-8000-000000000002', 'register',"
                + " 'migrate/registry/fn', $$"
                + register
                + "$$, 'DELETE FROM metaschema_public.trigger_function WHERE name ="
                + " ''registered'';', 'SELECT 1;', 'meta_registration')");
    assertEquals(0, cli.export(source, "--database-id", "pets"), () -> cli.err());
    assertTrue(
        Files.readString(script("pets-service/deploy/migrate/registered_rows.sql"))
            .contains("  code = 'changed later'\nWHERE id = '33c0ee42"));
    assertProved("prove", "--scratch-here");
  }

  @Test
  @Tag("thorough")
  void theScratchDatabaseIsMadeWhereItIsSaidTo() {
    assertProved("prove", "--scratch-here");
    assertTrue(cli.out().contains(" at postgres@"), () -> cli.out());
    assertProved("prove", "pets-service", "--scratch-url", url());
    assertEquals(2, cli.run("prove", "--scratch-here", "--scratch-url", url()));
  }

  @Test
  void whatSomebodyChangedInTheModulesIsFoundRowByRow() throws IOException {
    String table = "pets-service/deploy/migrate/policy.sql";
    String original = Files.readString(script(table));
    List<String> lines = new ArrayList<>(original.lines().toList());
    int first = lines.indexOf(") VALUES") + 1;
    String row = lines.get(first);
    String id = row.substring(row.indexOf('\'') + 1).substring(0, 36);
    String other = "ffffffff" + id.substring(8);
    lines.set(first, row.replace(id, other));
    Files.writeString(script(table), String.join("\n", lines) + "\n");
    edit("pets-service/verify/migrate/policy.sql", id, other);
    edit("pets-service/deploy/migrate/database.sql", "'Pets'' corner'", "'Vets\u001b'");
    assertNotProved("prove", "--scratch-here");
    String out = cli.out();
    assertTrue(out.startsWith("changed in"), () -> cli.out() + cli.err());
    assertTrue(out.contains("missing in metaschema_public.policy: id=" + id), out);
    assertTrue(out.contains("extra in metaschema_public.policy: id=" + other), out);
    assertTrue(out.contains("changed in metaschema_public.database: id="), out);
    assertTrue(
        out.contains("  label\n    source:  'Pets' corner'\n    scratch: 'Vets\\u{1b}'"), out);
    assertTrue(cli.err().contains("3 rows are not what the source has now."), () -> cli.err());
    assertTrue(
        cli.err()
            .contains(
                "Edited since the export: deploy/migrate/database.sql, deploy/migrate/policy.sql"),
        () -> cli.err());
  }

  @Test
  @Tag("thorough")
  void aSourceThatChangedSinceIsNamedAsThePossibleReason() {
    TestServer.shared()
        .execute(source, "UPDATE metaschema_public.database SET name = 'new' WHERE name = 'pets'");
    assertNotProved("prove", "--scratch-here", "--json");
    assertTrue(cli.out().contains("\"proved\":false"), () -> cli.out());
    assertTrue(
        cli.out()
            .contains("\"values\":[{\"column\":\"name\",\"source\":\"new\",\"scratch\":\"pets\"}]"),
        () -> cli.out());
    assertTrue(
        cli.out().contains("so the source has probably changed since. Export again"),
        () -> cli.out());
  }

  @Test
  @Tag("thorough")
  void modulesThatFailOnTheWayAreNotProvedAndLeaveNothing() throws IOException {
    edit("pets-service/deploy/migrate/database.sql", "'pets'", "1/0");
    assertNotProved("prove", "--scratch-here");
    assertTrue(cli.err().contains("failed to deploy: "), () -> cli.err());
    assertTrue(cli.err().contains("division by zero"), () -> cli.err());
  }

  @Test
  @Tag("thorough")
  void anExtensionThatTheScratchServerLacksIsToldWithTheWayOut() throws IOException {
    edit("pets-service/pets-service.control", "requires = '", "requires = 'no_such_thing,");
    assertEquals(1, cli.run("prove"), () -> cli.out());
    assertTrue(cli.err().contains("pets-service requires no_such_thing"), () -> cli.err());
    assertTrue(cli.err().contains("--scratch-here"), () -> cli.err());
  }

  @Test
  @Tag("thorough")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anInterruptDropsTheScratchDatabaseToo() throws Exception {
    TestServer server = TestServer.shared();
    Process process =
        new ProgramProcess(workspace)
            .takesInterrupts()
            .environment("PGHOST", server.host)
            .environment("PGPORT", "" + server.port)
            .environment("PGUSER", server.user)
            .environment("PGPASSWORD", server.password)
            .start("prove", "--scratch-here");
    try {
      for (int i = 0; i < 600 && process.isAlive() && scratchDatabases().isEmpty(); i++) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertEquals(1, scratchDatabases().size());
      assertEquals(0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(130, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void withoutAnExportThereIsNothingToProve() {
    assertEquals(2, cli.run("prove", "services"));
    assertTrue(cli.err().contains("was not exported by pgstow"), () -> cli.err());
    Cli elsewhere = new Cli(DemoWorkspace.create(temp.resolve("empty")).root());
    assertEquals(1, elsewhere.run("prove"));
    assertTrue(elsewhere.err().contains("has no module that pgstow exported"), elsewhere::err);
  }

  @Test
  void aScriptThatWasTamperedWithIsFoundByItsObject() throws IOException {
    tamper("tables/pets/table.sql", "name text NOT NULL", "name varchar(80) NOT NULL");
    tamper("/auth_sel_own.sql", "USING (owner_id", "USING (true OR owner_id");
    tamper(
        "owners/grants/grant_select_to_authenticated.sql", "GRANT SELECT", "GRANT SELECT, INSERT");
    assertNotProved("prove", "--scratch-here");
    String out = cli.out() + cli.err();
    assertTrue(out.contains("changed: table pets_public.pets (source -, scratch +)\n"), out);
    assertTrue(out.contains("    -    name text NOT NULL"), out);
    assertTrue(out.contains("    +    name character varying(80) NOT NULL"), out);
    assertTrue(out.contains("changed: policy auth_sel_own on pets_public.pets"), out);
    assertTrue(out.contains("changed: table pets_public.owners"), out);
    assertTrue(
        out.contains("    +GRANT SELECT, INSERT ON TABLE pets_public.owners TO authenticated;"),
        out);
    assertTrue(cli.err().contains("3 objects are not what the source has now"), cli.err());
  }

  /** Replaces words of the deploy script whose path ends so. */
  private void tamper(String path, String from, String to) throws IOException {
    try (Stream<Path> scripts = Files.walk(script("pets/deploy"))) {
      Path file =
          scripts
              .filter(it -> it.toString().replace('\\', '/').endsWith(path))
              .findFirst()
              .orElseThrow();
      String text = Files.readString(file);
      assertTrue(text.contains(from), text);
      Files.writeString(file, text.replace(from, to));
    }
  }
}
