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
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a module of three changes, as a script would call them. */
class LifecycleCommandTest {
  private static final String MODULE = "shop";

  @TempDir Path workspace;

  private String database;
  private Path module;
  private Cli cli;

  @BeforeEach
  void create() throws IOException {
    database = TestServer.shared().createDatabase();
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    module = workspace.resolve("packages/shop");
    write("shop.control", "default_version = '0.0.1'\nrequires = 'plpgsql'\n");
    StringBuilder plan = new StringBuilder("%syntax-version=1.0.0\n%project=shop\n%uri=shop\n\n");
    for (String table : List.of("one", "two", "three")) {
      plan.append(table).append(" 2017-08-11T08:11:51Z A <a@example.com> # add ").append(table);
      plan.append('\n');
      write("deploy/" + table + ".sql", "CREATE TABLE " + table + " (id int);\n");
      write("verify/" + table + ".sql", "SELECT id FROM " + table + " WHERE false;\n");
      write("revert/" + table + ".sql", "DROP TABLE " + table + ";\n");
    }
    write("pgpm.plan", plan.toString());
    cli = new Cli(module).environment("PGDATABASE", database);
  }

  private void write(String file, String text) throws IOException {
    Path path = module.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @AfterEach
  void drop() {
    TestServer.shared().dropDatabase(database);
  }

  private void done(String... arguments) {
    exits(0, arguments);
  }

  private void exits(int code, String... arguments) {
    assertEquals(code, cli.run(arguments), () -> cli.out() + cli.err());
    assertFalse(cli.err().contains("\tat "), () -> cli.err());
  }

  /** Refused, with that ident. */
  private void refused(int code, String ident, String... arguments) throws IOException {
    String[] json = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, json, 0, arguments.length);
    json[arguments.length] = "--json";
    exits(code, json);
    assertEquals(ident, result().path("ident").asText(), () -> cli.out());
  }

  /** The last JSON line. */
  private JsonNode result() throws IOException {
    List<String> lines = cli.out().lines().toList();
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }

  private static List<String> texts(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private JsonNode status(String... command) throws IOException {
    done(command);
    return result().path("modules").path(0);
  }

  private JsonNode status() throws IOException {
    return status("status", "--json");
  }

  private String count(String sql) {
    try (var connection = TestServer.shared().connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theModuleOfTheFolderIsDeployedAndVerifiedToTheDatabaseOfTheEnvironment() {
    done("deploy");
    assertTrue(cli.out().contains("Deployed 3 changes"), () -> cli.out());
    assertTrue(cli.out().contains("Verified 3 changes"), () -> cli.out());
    assertTrue(cli.err().contains("deploy shop: 3 changes"), () -> cli.err());
    done("deploy", "shop");
    assertTrue(cli.out().contains("nothing to do, 3 there before"), () -> cli.out());
  }

  @Test
  void jsonTellsWhatWasDeployed() throws IOException {
    done("deploy", "--package", MODULE, "--to", "two", "--json");
    List<String> lines = cli.out().lines().toList();
    JsonNode deployed =
        new ObjectMapper()
            .readTree(
                lines.stream()
                    .filter(line -> line.contains("\"result\""))
                    .findFirst()
                    .orElseThrow());
    assertEquals(List.of("one", "two"), texts(deployed.path("modules").path(0).path("deployed")));
    assertEquals("verification", result().path("event").asText());
    assertEquals(2, result().path("passed").asInt());
  }

  @Test
  void statusTellsDeployedPendingTagAndChangedScripts() throws IOException {
    done("tag", "v1", "--change-name", "two", "-m", "Half of it");
    done("deploy", "--to", "@v1");
    write("deploy/one.sql", "CREATE TABLE one (id bigint);\n");
    write("verify/three.sql", "");
    JsonNode status = status();
    assertEquals(List.of("one", "two"), texts(status.path("deployed")));
    assertEquals(List.of("three"), texts(status.path("pending")));
    assertEquals("v1", status.path("tag").asText());
    assertEquals(List.of("one"), texts(status.path("changedScripts")));
    assertEquals(List.of("three"), texts(status.path("emptyVerifies")));
    assertEquals(status, status("migrate", "status", "--json"));
    assertEquals(0, status("status", "--no-scripts", "--json").path("changedScripts").size());
    done("status");
    assertTrue(cli.out().contains("shop: 2 of 3 changes deployed, at @v1"), () -> cli.out());
    refused(1, "script-changed", "deploy", "--strict");
  }

  @Test
  void outsideOfAModuleStatusIsOfAllAndDeployWantsAName() throws IOException {
    cli = new Cli(workspace).environment("PGDATABASE", database);
    assertEquals(3, status().path("pending").size());
    refused(2, "module-needed", "deploy");
    refused(2, "all-unclear", "deploy", "--all");
    refused(2, "all-unclear", "deploy", "shop", "--workspace", "--all");
    refused(2, "module-twice", "deploy", "shop", "--package", "other");
    refused(2, "module-unknown", "deploy", "shpo");
    done("deploy", "--workspace", "--all");
    assertEquals(3, status().path("deployed").size());
  }

  @Test
  void verifyNamesWhatIsMissing() throws IOException {
    done("deploy");
    TestServer.shared().execute(database, "DROP TABLE two");
    refused(3, "verify-failed", "verify");
    assertTrue(cli.out().contains("42P01"), () -> cli.out());
    exits(3, "verify", "shop");
    assertTrue(cli.err().contains("shop:two"), () -> cli.err());
  }

  @Test
  void aFailingChangeLeavesNothing() throws IOException {
    write("deploy/three.sql", "CREATE TABLE three (id int);\nSELECT 1/0;\n");
    refused(1, "deploy-failed", "deploy");
    assertEquals("0", count("SELECT count(*) FROM pgpm_migrate.changes"));
    exits(1, "deploy", "--no-tx");
    assertEquals("2", count("SELECT count(*) FROM pgpm_migrate.changes"));
  }

  @Test
  void revertAsksAndWithoutAnybodyToAskWantsAYes() throws IOException {
    done("deploy");
    refused(2, "input-needed", "revert");
    assertTrue(cli.err().contains("  three"), () -> cli.err());
    assertEquals(3, status().path("deployed").size());
    done("revert", "--yes");
    assertEquals(List.of("one", "two"), texts(status().path("deployed")));
  }

  @Test
  void revertToATagKeepsIt() throws IOException {
    done("tag", "@v1", "--change-name", "one");
    done("deploy");
    refused(2, "scope-twice", "revert", "--to", "@v1", "--all", "--yes");
    refused(2, "reference-unknown", "revert", "--to", "@v2", "--yes");
    done("revert", "--to", "@v1", "--yes", "--json");
    assertEquals(List.of("three", "two"), texts(result().path("reverted")));
    done("revert", "shop", "--all", "--yes");
    done("revert", "shop", "--all", "--yes");
    assertTrue(cli.out().contains("Nothing of shop to revert"), () -> cli.out());
  }

  @Test
  void aTagIsNoFileOfThatName() throws IOException {
    done("tag", "@v1.0.0", "--change-name", "one");
    done("tag", "@v2.0.0", "--change-name", "two");
    done("deploy");
    Files.createDirectory(module.resolve("v2.0.0"));
    write("v1.0.0", "three");
    done("revert", "--to", "@v2.0.0", "--yes", "--json");
    assertEquals(List.of("three"), texts(result().path("reverted")));
    done("revert", "--to", "@v1.0.0", "--yes", "--json");
    assertEquals(List.of("two"), texts(result().path("reverted")));
  }

  @Test
  void aTagHasTheFrozenTime() throws IOException {
    cli.environment("PGPM_FROZEN_TIME", "2020-01-01T00:00:00Z");
    done("tag", "v1", "--comment", "First");
    List<String> plan = Files.readAllLines(module.resolve("pgpm.plan"));
    String tag = plan.get(plan.size() - 1);
    assertTrue(tag.startsWith("@v1 2020-01-01T00:00:00Z "), tag);
    assertTrue(tag.endsWith("# First"), tag);
    refused(1, "tag-exists", "tag", "v1");
  }

  @Test
  void testPackagesRunsTheFullCycleAndDropsItsDatabases() throws IOException {
    done("test-packages", "--fullCycle", "--workspace", "--all");
    assertTrue(cli.out().contains("passed, 3 changes"), () -> cli.out());
    write("revert/two.sql", "SELECT 1;\n");
    refused(3, "cycle-failed", "test-packages", "--full-cycle");
    assertEquals(
        "0", count("SELECT count(*) FROM pg_database WHERE datname LIKE 'pgstow_scratch_%'"));
    refused(1, "nothing-to-test", "test-packages", "--exclude", MODULE);
    refused(2, "module-unknown", "test-packages", "--exclude", "shpo");
  }

  @Test
  void aMissingDatabaseIsMadeOnRequest() throws IOException {
    String missing = database + "_new";
    refused(1, "database-not-found", "deploy", "-d", missing);
    try {
      done("deploy", "-d", missing, "--createdb");
      done("verify", "-d", missing);
    } finally {
      TestServer.shared().dropDatabase(missing);
    }
  }

  @Test
  void withoutADatabaseTheFlagIsNamed() throws IOException {
    cli = new Cli(module);
    refused(2, "database-needed", "deploy");
    assertTrue(cli.err().contains("--database"), () -> cli.err());
  }

  @Test
  void rolesAreMadeOnce() throws IOException {
    done("admin-users", "bootstrap", "--yes");
    done("admin-users", "bootstrap", "--json");
    assertEquals(0, result().path("created").size());
    assertEquals(0, result().path("granted").size());
    assertEquals("t", count("SELECT rolbypassrls FROM pg_roles WHERE rolname = 'administrator'"));
  }

  @Test
  void everyCommandHasExamples() {
    for (String command :
        List.of(
            "deploy",
            "verify",
            "revert",
            "tag",
            "status",
            "migrate status",
            "test-packages",
            "admin-users bootstrap")) {
      done((command + " --help").split(" "));
      assertTrue(cli.out().contains("Examples:"), command);
    }
  }

  @Test
  void timesAreReadAsPostgresReadsThem() {
    done("deploy", "--statement-timeout", "30s", "--lock-timeout", "500");
    exits(2, "deploy", "--lock-timeout", "soon");
    assertTrue(cli.err().contains("soon"), () -> cli.err());
  }
}
