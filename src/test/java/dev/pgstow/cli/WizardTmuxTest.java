package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wizard in a real terminal on a real server, driven by keys. Skipped without tmux. */
class WizardTmuxTest {
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

  @Test
  void acceptingWhatIsSuggestedExportsBothModules() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      window.wizardOn(database);
      window.acceptUpTo(6);
      window.press("Enter", "✓ Exported bookshop");
      window.press("Enter", "Exported in");
      window.assertEndsCleanly(0);
      assertTrue(window.packages().containsKey("bookshop/pgpm.plan"));
      assertTrue(window.packages().containsKey("bookshop-service/pgpm.plan"));
    }
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({"80, 24", "200, 60"})
  void allPromptsCanBeGoneThroughBackAndForth(int columns, int rows) throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, columns, rows)) {
      window.pgstow();
      window.tmux.await("Select a database");
      window.tmux.keys("/");
      window.tmux.type(database);
      window.tmux.await("› " + database);
      window.press("Enter", "◉ database_id");
      window.press("/ p e t", "› pets");
      window.press("Enter", "◉ author");
      window.tmux.keys("C-u");
      window.tmux.type("Ada <ada@example.com>");
      window.press("Enter", "Extension name");
      window.tmux.keys("C-u");
      window.tmux.type("zoo");
      window.press("Enter", "zoo-service");
      window.press("Enter", "◉ schemas");
      window.press("BTab", "Meta extension name");
      window.press("BTab", "› zoo");
      window.press("F3", "› Ada <ada@example.com>");
      window.press("BTab", "› pets");
      window.press("Enter", "› Ada");
      window.press("Enter", "› zoo");
      window.press("Enter", "› zoo-service");
      window.press("Enter", "2 of 2 chosen");
      window.press("a", "0 of 2 chosen");
      window.press("Enter", "Choose at least one schema");
      window.press("a", "2 of 2 chosen");
      window.press("Enter", "packages/zoo-service");
      window.press("Enter", "✓ Exported zoo");
      window.press("Enter", "Exported in");
      window.assertEndsCleanly(0);
      assertTrue(window.packages().get("zoo/pgpm.plan").contains("Ada <ada@example.com>"));
    }
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({"80, 24", "200, 60"})
  void existingModulesAreComparedFirst(int columns, int rows) throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, columns, rows)) {
      exportAll(window);
      SortedMap<String, String> first = window.packages();
      Path module = window.workspace.resolve("packages/bookshop");
      String edited = scripts(first, "bookshop/deploy/").get(1);
      String deleted = scripts(first, "bookshop/verify/").get(2);
      Files.writeString(window.workspace.resolve("packages").resolve(edited), "-- mine\n");
      Files.delete(window.workspace.resolve("packages").resolve(deleted));
      Files.writeString(module.resolve("NOTES.md"), "mine\n");
      SortedMap<String, String> before = window.packages();

      String other = withOneTableLess();
      try {
        toThePreview(window, other);
        window.tmux.await("1 hand-edited file would be lost");
        String screen = window.tmux.screen();
        assertTrue(screen.contains("1 new"), screen);
        assertTrue(screen.matches("(?s).*bookshop +[1-9][0-9]* changed.*"), screen);
        assertTrue(screen.matches("(?s).*[1-9][0-9]* removed.*"), screen);
        assertTrue(screen.contains("[ No ]"), screen);
        window.press("Tab Down Enter", "--- a/");
        window.press("Escape", "Overwrite bookshop");
        window.press("n", "all is as it was");
        window.assertEndsCleanly(5);
        assertEquals(before, window.packages());

        toThePreview(window, other);
        window.tmux.await("1 hand-edited file would be lost");
        window.press("y", "✓ Exported bookshop");
        window.press("Enter", "Exported in");
        window.assertEndsCleanly(0);
        SortedMap<String, String> after = window.packages();
        assertEquals(first.get(edited), after.get(edited));
        assertEquals(first.get(deleted), after.get(deleted));
        assertEquals("mine\n", after.get("bookshop/NOTES.md"));
        assertFalse(after.equals(first));
      } finally {
        TestServer.shared().dropDatabase(other);
      }
    }
  }

  @Tag("thorough")
  @ParameterizedTest
  @CsvSource({"80, 24", "200, 60"})
  void hostileNamesKeepColumnsStraightAndDoNoHarm(int columns, int rows) throws Exception {
    String hostile = Sample.createDatabase();
    List<String> names =
        List.of(
            "漢字データベース",
            "👩‍👩‍👧 family 🇩🇪",
            "e\u0301te\u0301 combining",
            "שלום עולם",
            "\u001b[31mred\u001b]0;owned\u0007",
            "\u202egnp.exe",
            "x".repeat(63));
    try (Connection connection = TestServer.shared().connect(hostile);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO metaschema_public.database (id, name)"
                    + " VALUES (gen_random_uuid(), ?)");
        WizardWindow window = WizardWindow.open(folder, columns, rows)) {
      for (String name : names) {
        insert.setString(1, name);
        insert.execute();
      }
      window.wizardOn(hostile);
      window.press("Enter", "漢字データベース");
      String screen = window.tmux.screen();
      Set<Integer> starts = new HashSet<>();
      Matcher row = Pattern.compile("(?m)^(.*?) [0-9a-f]{8}(-[0-9a-f]{4}){3}").matcher(screen);
      int found = 0;
      while (row.find()) {
        starts.add(DisplayWidth.of(row.group(1)));
        found++;
      }
      assertEquals(names.size() + 2, found, screen);
      assertEquals(1, starts.size(), screen);
      assertFalse(window.tmux.title().contains("owned"));
      assertFalse(screen.contains("\u202e"));
      window.tmux.keys("C-c");
      window.assertEndsCleanly(130);
    } finally {
      TestServer.shared().dropDatabase(hostile);
    }
  }

  private static List<String> scripts(SortedMap<String, String> tree, String below) {
    return tree.keySet().stream().filter(name -> name.startsWith(below)).toList();
  }

  /** The sample with its last action gone, so that a file is removed and the plan is changed. */
  private static String withOneTableLess() {
    String name = Sample.createDatabase();
    TestServer.shared()
        .execute(
            name,
            "DELETE FROM db_migrate.sql_actions WHERE id = (SELECT max(id) FROM"
                + " db_migrate.sql_actions WHERE database_id ="
                + " (SELECT id FROM metaschema_public.database WHERE name = 'bookshop'))");
    return name;
  }

  private static void exportAll(WizardWindow window) throws Exception {
    window.wizardOn(database);
    window.acceptUpTo(6);
    window.press("Enter", "✓ Exported bookshop");
    window.press("Enter", "Exported in");
    window.assertEndsCleanly(0);
  }

  private static void toThePreview(WizardWindow window, String on) throws Exception {
    window.wizardOn(on);
    window.acceptUpTo(6);
    window.press("Enter", "Overwrite bookshop and bookshop-service?");
  }
}
