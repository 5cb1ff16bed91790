package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Tmux;
import dev.pgstow.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain database in the wizard, in a real terminal on a real server. Skipped without tmux. */
class OtherWaysTest {
  private final TestServer server = TestServer.shared();

  @TempDir Path folder;
  private String database = "";

  @BeforeEach
  void create() throws InterruptedException {
    assumeTrue(Tmux.isThere(), "no tmux");
    database = server.createDatabase();
    server.execute(
        database,
        """
        CREATE SCHEMA app;
        CREATE TABLE app.users (id integer PRIMARY KEY, name text);
        INSERT INTO app.users SELECT n, 'user ' || n FROM generate_series(1, 30) AS n;
        CREATE VIEW app.named AS SELECT id FROM app.users WHERE name <> '';
        """);
  }

  @AfterEach
  void drop() {
    if (!database.isEmpty()) {
      server.dropDatabase(database);
    }
  }

  private Path schema(WizardWindow window) {
    return window.workspace.resolve("schema");
  }

  private void toMenu(WizardWindow window) throws Exception {
    window.wizardOn(database);
    window.press("Enter", "is not a Constructive database");
  }

  private void toDump(WizardWindow window) throws Exception {
    toMenu(window);
    window.press("Enter", "Layout of the files");
    window.press("Enter", "Output folder");
    window.press("Enter", "2 of 2 chosen");
    window.press("Enter", "[ Write the files ]");
  }

  private static void awaitSession(WizardWindow window) throws Exception {
    long end = System.currentTimeMillis() + 20_000;
    while (window.sessions() == 0) {
      assertTrue(System.currentTimeMillis() < end, "it works on the server");
      Thread.sleep(20);
    }
  }

  @Test
  void aPlainDatabaseIsWrittenToFiles() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      toDump(window);
      window.press("Enter", "✓ Wrote");
      window.press("Enter", "Wrote");
      window.assertEndsCleanly(0);
      Map<String, String> files = Trees.read(schema(window));
      assertTrue(files.containsKey("tables/app.users.sql"), files.keySet().toString());
      assertTrue(files.containsKey("load.sql"));
    }
  }

  @Test
  @Tag("thorough")
  void aModuleIsWrittenAndRecordedAsDeployed() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      toMenu(window);
      window.press("Enter", "Layout of the files");
      window.press("Down Down Enter", "Module name");
      window.tmux.keys("C-u");
      window.tmux.type("shop");
      window.press("Enter", "Author");
      window.press("Enter", "2 of 2 chosen");
      window.press("Enter", "[ Write the files ]");
      window.press("Enter", "✓ Wrote");
      window.press("Right Enter", "[ Check and record ]");
      window.press("Enter", "Adopting");
      window.press("", "✓ Recorded");
      window.press("Enter", "✓ Wrote");
      window.press("Enter", "as deployed in");
      window.assertEndsCleanly(0);
      assertTrue(window.packages().containsKey("shop/pgpm.plan"));
      server.execute(database, "SELECT 1 / count(*) FROM pgpm_migrate.changes");
    }
  }

  @Test
  @Tag("thorough")
  void whatSomebodyAddedIsFoundAndPulled() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      toDump(window);
      window.press("Enter", "✓ Wrote");
      server.execute(database, "CREATE TABLE app.hotfix (id integer)");
      window.press("Right Enter", "[ Compare ]");
      window.press("Enter", "1 undeclared  0 missing  0 changed");
      window.press("Enter", "+CREATE TABLE app.hotfix");
      window.press("Escape", "Pull 1 object into the source?");
      window.press("Right Enter", "✓ Pulled 1 undeclared live object(s)");
      window.press("Enter", "✓ Wrote");
      window.press("Right Right Enter", "is not a Constructive database");
      window.press("Down Down Enter", "Source to compare with");
      window.press("Enter", "[ Compare ]");
      window.press("Enter", "drift: clean");
      window.press("Enter", "Pulled 1");
      window.assertEndsCleanly(0);
      assertEquals(1, Trees.read(schema(window).resolve("_pulled")).size());
    }
  }

  @Test
  @Tag("thorough")
  void tableDataIsExported() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 60, 18)) {
      toMenu(window);
      window.press("Down Enter", "1 of 1 chosen");
      window.press("Enter", "Output folder");
      window.press("Enter", "Format of the files");
      window.press("Enter", "[ Export the data ]");
      window.press("Enter", "✓ Exported 1 table, 30 rows");
      window.press("Enter", "Exported 1 table");
      window.assertEndsCleanly(0);
      Map<String, String> files = Trees.read(window.workspace.resolve("migration-data"));
      assertTrue(files.containsKey("app.users.json"), files.keySet().toString());
      assertTrue(files.containsKey("metadata.json"), files.keySet().toString());
    }
  }

  @Test
  @Tag("thorough")
  void handEditsStayUnlessTheyAreGivenUp() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      toDump(window);
      window.press("Enter", "✓ Wrote");
      window.press("Enter", "Wrote");
      window.assertEndsCleanly(0);
      Path edited = schema(window).resolve("tables/app.users.sql");
      String generated = Files.readString(edited);
      Files.writeString(edited, "-- mine\n");
      toDump(window);
      window.press("Enter", "Overwrite 1 file in schema?");
      assertTrue(window.tmux.screen().contains("[ No ]"), window.tmux.screen());
      window.press("n", "[ Write the files ]");
      assertEquals("-- mine\n", Files.readString(edited));
      window.press("Enter", "Overwrite 1 file in schema?");
      window.press("y", "✓ Wrote");
      window.press("Enter", "Wrote");
      window.assertEndsCleanly(0);
      assertEquals(generated, Files.readString(edited));
    }
  }

  @Test
  @Tag("thorough")
  void aDumpAtWorkIsStoppedOnTheServerAndLeavesNothing() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24);
        Connection blocking = server.connect(database);
        Statement statement = blocking.createStatement()) {
      toDump(window);
      blocking.setAutoCommit(false);
      statement.execute("LOCK TABLE app.users IN ACCESS EXCLUSIVE MODE");
      window.press("Enter", "reading the catalog");
      awaitSession(window);
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
      assertFalse(Files.exists(schema(window)));
      blocking.rollback();
    }
  }

  @Test
  @Tag("thorough")
  void aConstructiveDatabaseHasTheOtherWaysToo() throws Exception {
    String constructive = Sample.createDatabase();
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      window.wizardOn(constructive);
      window.press("o", "What to do with " + constructive);
      window.press("Down Enter", "chosen");
      window.press("BTab", "What to do with " + constructive);
      window.press("Escape", "› " + constructive);
      window.press("Enter", "◉ database_id");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    } finally {
      server.dropDatabase(constructive);
    }
  }
}
