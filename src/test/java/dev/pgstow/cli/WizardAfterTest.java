package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proving and deploying from the wizard's last screen, in a real terminal. */
class WizardAfterTest {
  private static String database = "";

  @TempDir Path folder;

  @BeforeAll
  static void load() throws InterruptedException {
    assumeTrue(Tmux.isThere(), "no tmux");
    database = Sample.createDatabase();
  }

  @AfterAll
  static void drop() {
    if (!database.isEmpty()) {
      TestServer.shared().dropDatabase(database);
    }
  }

  /** All that is asked is answered by Enter; more than enough of them, pressed ahead. */
  private static void export(WizardWindow window) throws Exception {
    window.wizardOn(database);
    window.tmux.keys("Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter");
    window.tmux.await("✓ Exported bookshop");
    window.tmux.await("d deploy to…");
  }

  @Test
  void theModulesAreDeployedAfterAYes() throws Exception {
    String target = database + "_dev";
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      export(window);
      window.press("d", "Deploy to…");
      window.tmux.keys("C-u");
      window.tmux.type(target);
      window.press("Enter", "The database is missing");
      window.press("y", "✓ Deployed");
      assertTrue(deployed(target) > 100, window.tmux.screen());
      window.press("Enter", "✓ Exported bookshop");
      window.press("d", "› Database    " + target);
      window.press("Enter", "Nothing to deploy");
      window.press("Enter", "Deploy to…");
      window.press("Escape", "✓ Exported bookshop");
      window.press("Enter", "Exported in");
      window.tmux.awaitWords("to " + target + " on ");
      window.assertEndsCleanly(0);
    } finally {
      TestServer.shared().dropDatabase(target);
    }
  }

  @Test
  @Tag("thorough")
  void aScriptThatFailsIsNamedWithTheServersWords() throws Exception {
    String target = database + "_dev";
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      export(window);
      Files.writeString(broken(window), "SELECT 1;\nSELECT nonsense;\n");
      window.press("d", "Deploy to…");
      window.tmux.keys("C-u");
      window.tmux.type(target);
      window.press("Enter", "The database is missing");
      window.press("y", "! Could not deploy bookshop:");
      window.tmux.await("column \"nonsense\" does not exist");
      window.tmux.await("42703");
      assertFalse(window.tmux.screen().contains("✓"));
      window.tmux.keys("C-c");
      window.assertEndsCleanly(0);
    } finally {
      TestServer.shared().dropDatabase(target);
    }
  }

  @Test
  @Tag("thorough")
  void theModulesAreProved() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      export(window);
      window.press("p", "Proving");
      window.press("", "✓ Proved bookshop and bookshop-service");
      window.press("Enter", "✓ Exported bookshop");
      window.press("Enter", "Exported in");
      window.assertEndsCleanly(0);
    }
  }

  @Test
  @Tag("thorough")
  void aProofIsStoppedByCtrlC() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      export(window);
      window.press("p", "Proving");
      window.press("C-c", "Stopped");
      window.press("Enter", "✓ Exported bookshop");
      window.press("Enter", "Exported in");
      window.assertEndsCleanly(0);
    }
  }

  private static Path broken(WizardWindow window) throws Exception {
    try (Stream<Path> files = Files.walk(window.workspace.resolve("packages/bookshop/deploy"))) {
      return files.filter(it -> it.endsWith("tables/books/table.sql")).findFirst().orElseThrow();
    }
  }

  private static int deployed(String target) throws Exception {
    try (Connection connection = TestServer.shared().connect(target);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM pgpm_migrate.changes")) {
      row.next();
      return row.getInt(1);
    }
  }
}
