package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.Pgpm;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases pass between pgpm itself and pgstow, in both directions. */
@Tag("thorough")
class PgpmInteropTest {
  private static final String LEDGER =
      "SELECT concat_ws(' ', c.change_id, c.package, c.change_name, c.script_hash,"
          + " (SELECT array_agg(d.requires ORDER BY d.requires COLLATE \"C\") FROM pgpm_migrate.dependencies d"
          + " WHERE d.change_id = c.change_id)) FROM pgpm_migrate.changes c";
  private static final String EVENTS =
      "SELECT concat_ws(' ', event_type, package, change_name, error_code)"
          + " FROM pgpm_migrate.events ORDER BY event_id";

  @TempDir Path temp;

  private Path root;
  private String source;
  private String ours;
  private String theirs;
  private Cli cli;
  private Pgpm pgpm;

  @BeforeEach
  void export() {
    root = DemoWorkspace.create(temp.resolve("ws")).root();
    source = Sample.createDatabase();
    ours = TestServer.shared().createDatabase();
    theirs = TestServer.shared().createDatabase();
    use(ours);
    done("admin-users", "bootstrap");
    assertEquals(0, cli.export(source, "--database-id", "pets"), () -> cli.err());
  }

  @AfterEach
  void drop() {
    List.of(source, ours, theirs).forEach(TestServer.shared()::dropDatabase);
  }

  private void use(String database) {
    cli = new Cli(root).environment("PGDATABASE", database);
    pgpm = Pgpm.in(root, database);
  }

  private void done(String... arguments) {
    assertEquals(0, cli.run(arguments), () -> cli.out() + cli.err());
  }

  private static List<String> query(String database, String sql) {
    List<String> values = new ArrayList<>();
    try (var connection = TestServer.shared().connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertSame() {
    assertEquals(
        query(theirs, LEDGER + " ORDER BY c.deployed_at"),
        query(ours, LEDGER + " ORDER BY c.deployed_at"));
    assertEquals(query(theirs, EVENTS), query(ours, EVENTS));
  }

  /** Modules that do not require one another may come in either order. */
  private void assertSameRegardlessOfOrder() {
    assertEquals(query(theirs, LEDGER + " ORDER BY 1"), query(ours, LEDGER + " ORDER BY 1"));
  }

  @Test
  void bothRecordTheSame() {
    done("deploy", "pets");
    done("deploy", "pets-service");
    use(theirs);
    for (String module : List.of("pets", "pets-service")) {
      pgpm.done("deploy", module);
      pgpm.done("verify", module);
    }
    assertSame();
  }

  @Test
  void whatOneBeganTheOtherFinishes() {
    done("deploy", "pets", "--to", "HEAD^9");
    pgpm.done("deploy", "pets");
    pgpm.done("deploy", "pets-service");
    for (String module : List.of("pets", "pets-service")) {
      done("deploy", module, "--strict");
      assertTrue(cli.out().contains("Deployed 0 changes"), () -> cli.out());
    }
    use(theirs);
    pgpm.done("deploy", "pets:" + middle());
    done("deploy", "pets", "--strict");
    done("deploy", "pets-service", "--strict");
    pgpm.done("deploy", "pets");
    pgpm.done("deploy", "pets-service");
    pgpm.done("verify", "pets-service");
    done("verify", "--workspace", "--all");
    assertSameRegardlessOfOrder();
  }

  private String middle() {
    List<String> changes =
        query(
            ours,
            "SELECT change_name FROM pgpm_migrate.changes WHERE package = 'pets'"
                + " ORDER BY deployed_at");
    return changes.get(changes.size() / 2);
  }

  @Test
  void whatOneDeployedTheOtherReverts() {
    done("deploy", "pets");
    done("deploy", "pets-service");
    pgpm.done("revert", "pets");
    pgpm.done("revert", "pets-service");
    assertEquals(List.of(), query(ours, MODULES));
    done("status", "pets-service");
    assertTrue(cli.out().contains("pets-service: 0 of"), () -> cli.out());
    done("deploy", "pets");
    done("deploy", "pets-service");
    use(theirs);
    pgpm.done("deploy", "pets");
    pgpm.done("deploy", "pets-service");
    done("revert", "pets-service", "--all", "--yes");
    done("revert", "pets", "--all", "--yes");
    assertEquals(List.of(), query(theirs, MODULES));
    pgpm.done("deploy", "pets");
    pgpm.done("deploy", "pets-service");
    assertSameRegardlessOfOrder();
  }

  private static final String MODULES =
      "SELECT change_name FROM pgpm_migrate.changes WHERE package LIKE 'pets%'";

  @Test
  void tagsDependentsAndChangedScriptsMeanTheSameToBoth() throws Exception {
    module("base", "", "x", "@v0", "y");
    module("app", "base", "a [base:@v0]", "b [a base:y]");
    done("deploy", "app");
    use(theirs);
    pgpm.done("deploy", "app");
    assertSame();
    for (String database : List.of(ours, theirs)) {
      use(database);
      // pgpm takes dependent modules along; only the ledger keeps it from more.
      assertNotEquals(0, cli.run("revert", "base", "--to", "@v0", "--yes"));
      assertTrue(cli.err().contains("app:b"), () -> cli.err());
      Path script = root.resolve("packages/app/deploy/b.sql");
      String before = Files.readString(script);
      Files.writeString(script, before + "-- more");
      done("status", "app");
      assertTrue(cli.out().contains("changed since deployed: 1"), () -> cli.out());
      pgpm.done("deploy", "app");
      done("deploy", "app");
      Files.writeString(script, before);
      pgpm.done("revert", "app:a");
      done("deploy", "app");
      pgpm.done("revert", "base:@v0");
      assertEquals(
          List.of("x"),
          query(
              database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"));
      done("deploy", "app");
    }
    assertSame();
  }

  @Test
  void aFailureIsRecordedTheSame() throws Exception {
    module("app", "", "a", "b");
    Files.writeString(root.resolve("packages/app/deploy/b.sql"), "SELECT 1/0;");
    assertNotEquals(0, cli.run("deploy", "app"));
    use(theirs);
    assertNotEquals(0, pgpm.run("deploy", "app").exit());
    assertSame();
    assertEquals(List.of("deploy app b 22012"), query(ours, EVENTS));
  }

  /** A module of tables; a word that begins with @ tags the one before it. */
  private void module(String name, String requires, String... lines) throws Exception {
    String when = " 2017-08-11T08:11:51Z A <a@example.com> # add\n";
    Path folder = root.resolve("packages").resolve(name);
    for (String kind : List.of("deploy", "revert", "verify")) {
      Files.createDirectories(folder.resolve(kind));
    }
    StringBuilder plan =
        new StringBuilder("%syntax-version=1.0.0\n%project=" + name + "\n%uri=" + name + "\n\n");
    for (String line : lines) {
      plan.append(line).append(when);
      if (!line.startsWith("@")) {
        String change = line.split(" ", 2)[0];
        Path file = Path.of(change + ".sql");
        Files.writeString(
            folder.resolve("deploy").resolve(file),
            "-- Deploy: " + change + "\n\nBEGIN;\nCREATE TABLE " + change + " ();\nCOMMIT;\n");
        Files.writeString(folder.resolve("revert").resolve(file), "DROP TABLE " + change + ";\n");
        Files.writeString(folder.resolve("verify").resolve(file), "TABLE " + change + ";\n");
      }
    }
    Files.writeString(folder.resolve("pgpm.plan"), plan);
    Files.writeString(
        folder.resolve(name + ".control"),
        "comment = 'a test'\ndefault_version = '0.0.1'\n"
            + (requires.isEmpty() ? "" : "requires = '" + requires + "'\n"));
    Files.writeString(
        folder.resolve("package.json"), "{\"name\": \"" + name + "\", \"version\": \"0.0.1\"}");
  }
}
