package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What pgpm itself makes of a database, file by file, where {@code -Dpgstow.reference} names the
 * folder with both; save for the corrections its README lists.
 */
@EnabledIfSystemProperty(named = "pgstow.reference", matches = ".+")
class ReferenceTest {
  private static String database;

  @TempDir static Path workspace;

  private static Path reference() {
    return Path.of(System.getProperty("pgstow.reference"));
  }

  @BeforeAll
  static void export() throws IOException {
    database = TestServer.shared().createDatabase();
    SqlScript.createRoles();
    SqlScript.load(database, reference().resolve("source.sql"));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    for (String id : List.of("demo-crm", "pets")) {
      Cli cli = new Cli(workspace);
      int exit =
          cli.run(
              "export",
              "--database",
              database,
              "--database-id",
              id,
              "--author",
              "Oracle User <oracle@example.com>",
              "--requires",
              "pgpm",
              "--no-input");
      assertEquals(0, exit, cli.err());
    }
  }

  @AfterAll
  static void drop() {
    TestServer.shared().dropDatabase(database);
  }

  private static SortedMap<String, String> ours(String module) {
    return Trees.read(workspace.resolve("packages").resolve(module));
  }

  private static SortedMap<String, String> theirs(String module) {
    return Trees.read(reference().resolve("expected").resolve(module));
  }

  private static boolean isScript(String file) {
    return file.matches("(deploy|revert|verify)/.*");
  }

  private static String withoutBanner(String script) {
    return script.replaceFirst("\n-- made with [^\n]*\n", "\n-- banner\n");
  }

  @Test
  void extensionModulesAreTheSame() {
    for (String module : List.of("demo-crm", "pets")) {
      SortedMap<String, String> ours = ours(module);
      SortedMap<String, String> theirs = theirs(module);
      List<String> scripts = ours.keySet().stream().filter(ReferenceTest::isScript).toList();
      assertEquals(theirs.keySet().stream().filter(ReferenceTest::isScript).toList(), scripts);
      for (String script : scripts) {
        assertEquals(withoutBanner(theirs.get(script)), withoutBanner(ours.get(script)), script);
      }
      assertEquals(theirs.get("pgpm.plan"), ours.get("pgpm.plan"));
      assertEquals(theirs.get(module + ".control"), ours.get(module + ".control"));
    }
  }

  @Test
  void serviceModulesHoldTheSameTables() {
    for (String module : List.of("demo-crm-service", "pets-service")) {
      TreeSet<String> expected = new TreeSet<>(theirs(module).keySet());
      expected.removeIf(file -> !isScript(file) || file.contains("catalog_private.apis"));
      TreeSet<String> found = new TreeSet<>(ours(module).keySet());
      found.removeIf(file -> !isScript(file) || file.contains("/services_public."));
      assertEquals(expected, found);
      assertEquals(theirs(module).get(module + ".control"), ours(module).get(module + ".control"));
      // Each change requires the one before, whatever the order.
      List<String> plan =
          ours(module).get("pgpm.plan").lines().filter(line -> line.contains("2017-")).toList();
      for (int i = 1; i < plan.size(); i++) {
        String before = plan.get(i - 1).split(" ")[0];
        assertTrue(plan.get(i).contains("[" + before), plan.get(i));
      }
    }
  }

  @Test
  void serviceScriptsDifferOnlyByTheCorrections() {
    for (String module : List.of("demo-crm-service", "pets-service")) {
      SortedMap<String, String> theirs = theirs(module);
      ours(module)
          .forEach(
              (file, text) -> {
                if (file.startsWith("deploy/") && theirs.containsKey(file)) {
                  assertEquals(corrected(theirs.get(file)), corrected(text), module + "/" + file);
                }
                // Correction 9: bindings are deleted by their domain.
                if (file.startsWith("revert/")
                    && theirs.containsKey(file)
                    && !file.endsWith("_bindings.sql")) {
                  assertEquals(theirs.get(file), text, module + "/" + file);
                }
              });
    }
  }

  private static List<String> corrected(String script) {
    List<String> lines = new ArrayList<>();
    for (String line : withoutBanner(script).split("\n", -1)) {
      if (line.startsWith("-- requires: migrate/")) {
        continue; // Correction 8: the order of the changes.
      }
      lines.add(
          line
              // Correction 4: fractions of seconds.
              .replaceAll("(\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z'", "$1Z'")
              // Correction 5: bigints, citext[] and NULL arrays, jsonb false, 0 and null.
              .replace("9007199254740993", "9007199254740992")
              .replaceAll("E'\\{pii,.*?\\}'", "'{}'")
              .replaceAll("E'\\{api,.*?\\}'", "'{}'")
              .replaceAll("'\\{billing,.*?\"NULL\"\\}'", "'{}'")
              .replaceAll("('contacts_company_id_idx', '\\{[^']*\\}'), NULL", "$1, '{}'")
              .replaceAll("'companies_name_idx', NULL", "'companies_name_idx', '{}'")
              .replaceAll("'SELECT', 'authenticated', NULL", "'SELECT', 'authenticated', '{}'")
              .replaceAll("'jsonfalse', NULL, NULL, 'false'", "'jsonfalse', NULL, NULL, NULL")
              .replaceAll("19, NULL, '0', 'null'", "19, NULL, NULL, NULL")
              .replaceAll("'\\{\"fillfactor\":70\\}', 'null'", "'{\"fillfactor\":70}', NULL"));
    }
    return lines;
  }
}
