package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.testing.TestServer;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path folder;
  private String database;
  private Cli cli;
  private int exit;

  @BeforeEach
  void makeDatabase() throws IOException {
    database = TestServer.shared().createDatabase();
    cli = new Cli(folder).environment("PGDATABASE", database);
    Files.writeString(folder.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    Files.createDirectories(folder.resolve("packages"));
  }

  @AfterEach
  void dropDatabase() {
    TestServer.shared().dropDatabase(database);
  }

  private JsonNode doctor(String... more) throws IOException {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "doctor";
    arguments[1] = "--json";
    System.arraycopy(more, 0, arguments, 2, more.length);
    exit = cli.run(arguments);
    assertEquals("", cli.err());
    return new ObjectMapper().readTree(cli.out());
  }

  private static Optional<JsonNode> find(JsonNode result, String ident) {
    for (JsonNode finding : result.path("findings")) {
      if (finding.path("ident").asText().equals(ident)) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }

  private JsonNode problem(String ident, String... more) throws IOException {
    JsonNode result = doctor(more);
    JsonNode finding = find(result, ident).orElseThrow(() -> new AssertionError(cli.out()));
    assertEquals("problem", finding.path("severity").asText());
    assertFalse(finding.path("hint").asText().isEmpty());
    assertEquals(1, exit);
    return finding;
  }

  private Path module(String name, String plan) throws IOException {
    Path module = Files.createDirectories(folder.resolve("packages").resolve(name));
    Files.writeString(module.resolve(name + ".control"), "comment = 'x'\nrequires = 'plpgsql'\n");
    Files.writeString(module.resolve("pgpm.plan"), plan);
    return module;
  }

  @Test
  void aHealthyPlaceIsWell() throws IOException {
    JsonNode result = doctor();
    assertEquals(0, exit, cli.out());
    assertEquals(0, result.path("problems").asInt());
    for (String topic :
        List.of(
            "java",
            "terminal",
            "configuration",
            "workspace",
            "disk",
            "server",
            "rights",
            "extensions")) {
      assertTrue(cli.out().contains("\"topic\":\"" + topic + "\""), topic);
    }
    assertEquals(0, cli.run("doctor"));
    assertTrue(cli.out().contains("PostgreSQL 17"), cli.out());
    assertTrue(cli.out().endsWith("All is well.\n") || cli.out().contains("warning"), cli.out());
  }

  @Test
  void anUnreachableServerIsAFindingAndTheRestIsLookedAt() throws IOException {
    JsonNode finding = problem("connection-refused", "--host", "127.0.0.1", "--port", "1");
    assertTrue(finding.path("message").asText().contains("127.0.0.1:1"), finding.toString());
    assertTrue(find(doctor("--port", "1"), "disk-space").isPresent());
  }

  @Test
  void aServerNobodyNamedNeedNotBeThere() throws IOException {
    OfflineCli offline = new OfflineCli(folder, folder);
    assertEquals(0, offline.run("doctor", "--json"), offline.out());
    JsonNode result = new ObjectMapper().readTree(offline.out());
    for (JsonNode finding : result.path("findings")) {
      if (finding.path("topic").asText().equals("server")) {
        // A server may happen to listen where libpq looks by default.
        assertFalse(finding.path("severity").asText().equals("problem"), finding.toString());
      }
    }
  }

  @Test
  void connectionSettingsThatCannotBeRightAreAFinding() throws IOException {
    problem("bad-port", "--port", "many");
    cli.environment("PGSERVICE", "nowhere");
    problem("service-not-found");
  }

  @Test
  void aBrokenConfigurationIsAFinding() throws IOException {
    Files.writeString(folder.resolve("pgstow.toml"), "host = ");
    problem("config-malformed");
    Files.writeString(folder.resolve("pgstow.toml"), "[data]\njobz = 3\n");
    assertTrue(problem("config-key-unknown").path("hint").asText().contains("jobs"));
  }

  @Test
  void aBrokenWorkspaceIsAFinding() throws IOException {
    Files.writeString(folder.resolve("pgpm.json"), "{");
    problem("workspace-invalid");
  }

  @Test
  void aBrokenPlanIsAFindingWithFileAndLine() throws IOException {
    module("crm", "%project=crm\n\nno date here\n");
    String message = doctor().toString();
    assertEquals(1, exit);
    assertTrue(message.contains("pgpm.plan"), message);
    assertTrue(message.contains("3"), message);
  }

  @Test
  void missingScriptsAndExtensionsAreFindings() throws IOException {
    Path module = module("crm", "%project=crm\n\na 2026-01-01T00:00:00Z A <a@example.com>\n");
    assertTrue(problem("script-missing").path("message").asText().contains("1 change"));
    Files.writeString(
        module.resolve("crm.control"), "requires = 'no_such_extension,pgpm-verify'\n");
    assertTrue(
        problem("extension-unavailable").path("message").asText().contains("no_such_extension"));
    assertTrue(
        find(doctor(), "module-missing")
            .orElseThrow()
            .path("hint")
            .asText()
            .contains("pgstow install pgpm-verify"));
  }

  @Test
  void whatACrashLeftIsToldAndStays() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("packages/.pgstow-stage-1/new/crm"));
    Files.writeString(folder.resolve("packages/.pgstow-lock"), "");
    JsonNode result = doctor();
    assertEquals(0, exit);
    assertEquals("warning", find(result, "staging-left").orElseThrow().path("severity").asText());
    assertTrue(Files.exists(stage));
    assertEquals(0, cli.run("recover"));
    assertTrue(find(doctor(), "staging-left").isEmpty());
  }

  @Test
  void anOrdinaryRoleHearsWhatItMayNot() throws IOException {
    TestServer server = TestServer.shared();
    String role = "doctor_" + database;
    server.execute(
        database,
        "CREATE ROLE \""
            + role
            + "\" LOGIN PASSWORD 'pw';"
            + "CREATE TABLE kept (id int); CREATE TABLE policed (id int);"
            + "ALTER TABLE policed ENABLE ROW LEVEL SECURITY;"
            + "GRANT SELECT ON policed TO \""
            + role
            + "\"");
    try {
      cli.environment("PGUSER", role).environment("PGPASSWORD", "pw");
      JsonNode result = doctor();
      assertEquals(0, exit, cli.out());
      for (String ident :
          List.of(
              "row-security",
              "not-readable",
              "create-denied",
              "replication-role-denied",
              "createdb-denied",
              "createrole-denied")) {
        JsonNode finding = find(result, ident).orElseThrow(() -> new AssertionError(ident));
        assertFalse(finding.path("hint").asText().isEmpty(), ident);
      }
    } finally {
      server.execute(database, "DROP OWNED BY \"" + role + "\"; DROP ROLE \"" + role + "\"");
    }
  }

  @Test
  void aSmallOrPlainTerminalIsTold() {
    assertEquals(
        "terminal-small", TerminalCheck.findings(79, 24, true, ColorDepth.NONE).get(0).ident());
    assertEquals(
        List.of("terminal", "terminal-ascii"),
        TerminalCheck.findings(80, 24, false, ColorDepth.ANSI_16).stream()
            .map(it -> it.ident())
            .toList());
  }

  @Test
  void quietShowsOnlyWhatIsNotWell() throws IOException {
    assertEquals(0, cli.run("doctor", "--quiet"));
    assertFalse(cli.out().contains("  ok  "), cli.out());
  }
}
