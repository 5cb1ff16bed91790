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
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What flags, environment and servers make of the wizard, in a real terminal. Skipped without tmux.
 */
@Tag("thorough")
class WizardFlagsTest {
  private static final String BOOKSHOP = "b00c5409-0000-4000-8000-000000000001";

  private static final String AUTHOR = "Ada <ada@example.com>";

  private static String database = "";
  private static String plain = "";

  @TempDir Path folder;

  @BeforeAll
  static void load() throws InterruptedException {
    assumeTrue(Tmux.isThere(), "no tmux");
    database = Sample.createDatabase();
    plain = TestServer.shared().createDatabase();
  }

  @AfterAll
  static void drop() {
    if (!database.isEmpty()) {
      TestServer.shared().dropDatabase(database);
      TestServer.shared().dropDatabase(plain);
    }
  }

  private WizardWindow window() throws Exception {
    return WizardWindow.open(folder, 80, 24);
  }

  @Test
  void aPlainDatabaseLeadsBackToTheList() throws Exception {
    try (WizardWindow window = window()) {
      window.wizardOn(plain);
      window.press("Enter", plain + " is not a Constructive database");
      window.press("End Enter", "Select a database");
      window.tmux.await("plain");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  @Test
  void aDatabaseThatIsNotThereLeadsToTheList() throws Exception {
    try (WizardWindow window = window()) {
      window.pgstow("wizard", "--database", "nowhere");
      window.tmux.awaitWords("database \"nowhere\" does not exist");
      window.press("Enter", "Select a database");
      window.tmux.await("postgres");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  @Test
  void aDatabaseWithoutAccessIsToldInTheServersWords() throws Exception {
    TestServer server = TestServer.shared();
    server.execute(
        "postgres",
        "CREATE ROLE nobody_here LOGIN; REVOKE CONNECT ON DATABASE " + plain + " FROM PUBLIC");
    try (WizardWindow window = window()) {
      window.program.environment("PGUSER", "nobody_here");
      window.wizardOn(plain);
      window.tmux.await("no access");
      window.press("Enter", "No access to " + plain);
      window.tmux.awaitWords("permission denied for database");
      window.press("Enter", "◉ database ");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    } finally {
      server.execute(
          "postgres", "GRANT CONNECT ON DATABASE " + plain + " TO PUBLIC; DROP ROLE nobody_here");
    }
  }

  @Test
  void aServerThatDoesNotAnswerCanBeReplacedInTheForm() throws Exception {
    try (WizardWindow window = window()) {
      window.pgstow("wizard", "--port", "1");
      window.tmux.await("Connection refused");
      window.tmux.keys("Tab", "C-u");
      window.tmux.type("" + TestServer.shared().port);
      window.press("Enter", "Select a database");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  @Test
  void withoutAWorkspaceOneIsOffered() throws Exception {
    try (WizardWindow window = window()) {
      Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
      window.pgstow("wizard", "--cwd", elsewhere.toString());
      window.press("", "There is no workspace here.");
      window.press("Enter", "Select a database");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
      assertTrue(Files.exists(elsewhere.resolve("pgpm.json")));

      Path byLines = Files.createDirectory(folder.resolve("by-lines"));
      window.pgstow("wizard", "--plain", "--cwd", byLines.toString());
      window.press("", "There is no workspace here.");
      window.press("Enter", "Number or name");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
      assertTrue(Files.exists(byLines.resolve("pgpm.json")));
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, dumb", "ACCESSIBLE, 1", "PGSTOW_TEST, --plain"})
  void thereAreQuestionsByLinesWhereScreensAreNotWanted(String name, String value)
      throws Exception {
    try (WizardWindow window = window()) {
      window.program.environment(name, value);
      window.pgstow(value.startsWith("--") ? new String[] {"wizard", value} : new String[0]);
      window.tmux.await("Number or name");
      assertEquals("0", window.tmux.modes().split(" ")[1], "no alternate screen");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  @Test
  void theDemoHonoursTheEnvironment() throws Exception {
    try (WizardWindow window = window()) {
      window.program.environment("ACCESSIBLE", "1");
      window.pgstow("demo", "--workspace", folder.resolve("demo").toString());
      window.tmux.await("Number or name");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  @Test
  void thereIsNoColourWhereNoneIsWanted() throws Exception {
    try (WizardWindow window = window()) {
      window.wizardOn(database);
      assertTrue(coloured(window), window.tmux.styledScreen());
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
      window.program.environment("NO_COLOR", "1");
      window.wizardOn(database);
      assertFalse(coloured(window), window.tmux.styledScreen());
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  private static boolean coloured(WizardWindow window) throws Exception {
    return java.util.regex.Pattern.compile("\u001b\\[[0-9;]*\\b(3[0-7]|38|9[0-7]|4[0-7]|48)\\b")
        .matcher(window.tmux.styledScreen())
        .find();
  }

  @Test
  void flagsAnswerTheirQuestions() throws Exception {
    try (WizardWindow window = window()) {
      window.pgstow(
          "--database=" + database,
          "--database-id=bookshop",
          "--author=Ada <ada@example.com>",
          "--extension-name=zoo",
          "--meta-extension-name=zoo-meta",
          "--schemas=" + String.join(",", allButLoyalty()));
      window.tmux.await("zoo-meta");
      window.tmux.await("Ada <ada@example.com>");
      window.tmux.await("5 of 6, the others left out");
      window.press("Enter", "✓ Exported zoo");
      window.press("Enter", "Exported in");
      window.assertEndsCleanly(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--database-id=nope, --database-id nope: there is no such thing here, 1",
    "--schemas=nope, --schemas: there is no nope here, 5",
  })
  void aWrongFlagIsToldAndTheQuestionAsked(String flag, String words, int screen) throws Exception {
    try (WizardWindow window = window()) {
      window.wizardOn(database, flag);
      window.acceptUpTo(screen);
      window.tmux.await(words);
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  @Test
  void contradictingFlagsAreRefused() throws Exception {
    try (WizardWindow window = window()) {
      window.pgstow("wizard", "--yes", "--no-overwrite");
      window.tmux.await("contradict each other");
      window.assertEndsCleanly(2);
    }
  }

  @Test
  void aDryRunShowsTheDifferenceAndWritesNothing() throws Exception {
    try (WizardWindow window = window()) {
      window.wizardOn(database, "--dry-run");
      window.acceptUpTo(6);
      window.press("Enter", "Would export bookshop; nothing was written");
      window.press("Enter", "Would export (nothing was written)");
      window.assertEndsCleanly(0);
      assertEquals(Map.of(), window.packages());
      assertEquals(Map.of(), window.answers());

      export(window, "--yes");
      SortedMap<String, String> before = window.packages();
      window.wizardOn(database, "--dry-run");
      window.acceptUpTo(4);
      window.tmux.keys("C-u");
      window.tmux.type("other-service");
      window.press("Enter", WizardWindow.SCREENS.get(5));
      window.press("Enter", WizardWindow.SCREENS.get(6));
      window.press("Enter", "A dry run: nothing is written.");
      window.press("Enter", "Would export bookshop");
      window.press("Enter", "Would export (nothing was written)");
      window.assertEndsCleanly(0);
      assertEquals(before, window.packages());
    }
  }

  @Test
  void answersAreTheNextDefaults() throws Exception {
    try (WizardWindow window = window()) {
      export(window, "--author=Ada <ada@example.com>", "--extension-name=zoo");
      assertTrue(window.answers().get("pgstow/answers.json").contains("zoo"));
      window.wizardOn(database);
      window.acceptUpTo(2);
      window.tmux.await("› Ada <ada@example.com>");
      window.press("Enter", "› zoo");
      window.press("Enter", "› zoo-service");
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    }
  }

  @Test
  void screensLinesAndFlagsGiveTheSameModules() throws Exception {
    String packages = "workspace/packages";
    try (WizardWindow window = window()) {
      window.wizardOn(database);
      window.press("Enter", "› bookshop");
      window.press("Enter", "◉ author");
      window.tmux.keys("C-u");
      window.tmux.type(AUTHOR);
      window.press("Enter", "Extension name");
      window.tmux.keys("C-u");
      window.tmux.type("shop");
      window.press("Enter", "› shop-service");
      window.press("Enter", "6 of 6 chosen");
      window.press("/ l o y a l t y", "1 shown");
      window.press("Enter Space", "5 of 6 chosen");
      window.press("Enter", "5 of 6, the others left out");
      window.press("Enter", "✓ Exported shop");
      window.press("Enter", "Exported in");
      window.assertEndsCleanly(0);
    }
    SortedMap<String, String> screens = moved(packages, "screens");

    try (WizardWindow window = window()) {
      window.program.environment("XDG_CONFIG_HOME", folder.resolve("nothing-known").toString());
      window.pgstow("--plain");
      window.line("Number or name", database);
      window.tmux.await("Select database_id");
      window.line("Number or name", "bookshop");
      window.line("Author", AUTHOR);
      window.line("Extension name", "shop");
      window.line("Meta extension name", "");
      window.line("Toggle by number or name", "loyalty");
      window.line("5 of 6", "");
      window.tmux.await("Exported in");
      window.assertEndsCleanly(0);
    }
    assertSame(screens, moved(packages, "lines"));

    Cli cli = new Cli(folder.resolve("workspace"));
    assertEquals(
        0,
        cli.run(
            "export",
            "--database=" + database,
            "--database-id=bookshop",
            "--author=" + AUTHOR,
            "--extension-name=shop",
            "--schemas=" + String.join(",", allButLoyalty())),
        cli::err);
    assertSame(screens, moved(packages, "flags"));
  }

  private static void assertSame(
      SortedMap<String, String> expected, SortedMap<String, String> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, text) -> assertEquals(text, actual.get(name), name));
  }

  private SortedMap<String, String> moved(String from, String to) throws Exception {
    Files.move(folder.resolve(from), folder.resolve(to));
    SortedMap<String, String> tree = Trees.read(folder.resolve(to));
    assertTrue(tree.containsKey("shop/pgpm.plan"), tree.keySet().toString());
    return tree;
  }

  private static List<String> allButLoyalty() throws Exception {
    List<String> names = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT schema_name FROM metaschema_public.schema WHERE schema_name <> 'loyalty'"
                    + " AND database_id = '"
                    + BOOKSHOP
                    + "'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void export(WizardWindow window, String... flags) throws Exception {
    window.wizardOn(database, flags);
    // Flags leave questions out: as many screens as there are, and the result may take its time.
    window.tmux.keys("Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter");
    window.tmux.await("✓ Exported");
    window.press("Enter", "Exported in");
    window.assertEndsCleanly(0);
  }
}
