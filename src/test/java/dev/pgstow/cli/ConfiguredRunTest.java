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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings of files and the flags of logging do to a run against a server. */
class ConfiguredRunTest {
  private static final String SECRET = "t0p-s3cret-value";

  @TempDir Path folder;
  private String database;
  private Cli cli;

  @BeforeEach
  void makeDatabase() {
    TestServer server = TestServer.shared();
    database = server.createDatabase();
    server.execute(
        database,
        "CREATE TABLE events (id int PRIMARY KEY, note text);"
            + "INSERT INTO events VALUES (1, 'a');"
            + "CREATE TABLE \"odd,name\" (id int PRIMARY KEY)");
    cli = new Cli(folder);
  }

  @AfterEach
  void dropDatabase() {
    TestServer.shared().dropDatabase(database);
  }

  private void config(String text) throws IOException {
    Files.writeString(folder.resolve("pgstow.toml"), "database = \"" + database + "\"\n" + text);
  }

  private JsonNode plan(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("data", "--dry-run", "--json"));
    arguments.addAll(List.of(more));
    assertEquals(0, cli.run(arguments.toArray(String[]::new)), cli.err());
    String last = cli.out().lines().reduce((one, other) -> other).orElseThrow();
    return new ObjectMapper().readTree(last);
  }

  private static String method(JsonNode plan, String table) {
    for (JsonNode it : plan.path("tables")) {
      if (it.path("table").asText().equals(table)) {
        return it.path("method").asText();
      }
    }
    return "";
  }

  private List<JsonNode> log() throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : cli.err().lines().toList()) {
      JsonNode entry = new ObjectMapper().readTree(line);
      assertTrue(entry.path("time").asText().matches("\\d{4}-.*Z"), line);
      assertTrue(
          List.of("debug", "info", "warning", "error").contains(entry.path("level").asText()),
          line);
      assertTrue(entry.has("message"), line);
      records.add(entry);
    }
    return records;
  }

  @Test
  void largeTablesComeFromTheFileUnlessAFlagNamesThem() throws IOException {
    config("[data]\nlarge-table = [\"events\", '\"odd,name\"']\n");
    JsonNode configured = plan();
    assertEquals("streaming", method(configured, "events"));
    assertEquals("streaming", method(configured, "odd,name"));
    JsonNode given = plan("--large-table", "alerts");
    assertEquals("small", method(given, "events"));
  }

  @Test
  void aPathInTheWorkspacesFileIsRelativeToIt() throws IOException {
    config("[data]\noutput-dir = \"rows\"\n");
    Path below = Files.createDirectories(folder.resolve("a/b"));
    assertEquals(0, cli.run("data", "--cwd", below.toString()), cli.err());
    assertTrue(Files.exists(folder.resolve("rows/metadata.json")));
  }

  @Test
  void theEnvironmentsDatabaseBeatsTheFiles() throws IOException {
    config("");
    cli.environment("PGDATABASE", "no-such-database");
    assertEquals(1, cli.run("data", "--dry-run"));
    assertTrue(cli.err().contains("no-such-database"), cli.err());
    assertEquals(0, cli.run("data", "--dry-run", "-d", database), cli.err());
  }

  @Test
  void quietLeavesTheResultAlone() throws IOException {
    config("quiet = true\n");
    assertEquals(0, cli.run("data"), cli.err());
    assertEquals("", cli.err());
    assertTrue(cli.out().contains("Exported 2 tables"), cli.out());
    assertEquals(0, cli.run("data", "--yes", "--json"), cli.err());
    assertEquals(1, cli.out().lines().count(), cli.out());
  }

  @Test
  void theLogIsJsonLinesAndTheResultIsNot() throws IOException {
    config("");
    assertEquals(0, cli.run("data", "--log-format", "json"), cli.err());
    assertTrue(cli.out().contains("Exported 2 tables"), cli.out());
    List<JsonNode> records = log();
    assertTrue(
        records.stream()
            .anyMatch(
                it ->
                    it.path("event").asText().equals("phase-finished")
                        || it.path("event").asText().equals("table-finished")),
        cli.err());
  }

  @Test
  void aFailureInTheLogHasItsIdentAndNoTraceWithoutDebug() throws IOException {
    config("log-format = \"json\"\n");
    assertEquals(1, cli.run("data", "-d", "no-such-database"));
    JsonNode last = log().get(log().size() - 1);
    assertEquals("error", last.path("level").asText());
    assertEquals("database-not-found", last.path("ident").asText());
    assertEquals(1, last.path("exit").asInt());
    assertFalse(last.has("stack"));
    assertEquals(1, cli.run("data", "-d", "no-such-database", "--debug"));
    assertTrue(log().get(log().size() - 1).path("stack").asText().contains("at dev.pgstow"));
  }

  @Test
  void aFlagNobodyKnowsIsOneRecord() throws IOException {
    assertEquals(2, cli.run("data", "--log-format=json", "--datbase", "x"));
    assertEquals("arguments-invalid", log().get(0).path("ident").asText());
    assertTrue(log().get(0).path("hint").asText().contains("--database"), cli.err());
    assertEquals(1, log().size());
    assertEquals(2, cli.run("data", "--log-format", "xml"));
    assertTrue(cli.err().contains("text, json"), cli.err());
  }

  @Test
  void debugTellsStatementsAndTimesButNoValues() throws IOException {
    config("");
    assertEquals(0, cli.run("data", "--debug", "--where", "events=note <> '" + SECRET + "'"));
    assertTrue(cli.err().contains("debug: postgres: connected to "), cli.err());
    assertTrue(cli.err().matches("(?s).*debug: postgres: .*SELECT.*\\(\\d+ ms\\).*"), cli.err());
    assertFalse(cli.err().contains("\tat "), cli.err());
    assertFalse(
        cli.err()
            .lines()
            .filter(it -> it.contains("postgres: "))
            .anyMatch(it -> it.contains(SECRET)),
        cli.err());
    assertEquals(0, cli.run("data", "--yes"));
    assertFalse(cli.err().contains("debug:"), cli.err());
  }

  @Test
  void debugTellsNoSecrets() throws IOException {
    TestServer server = TestServer.shared();
    String url =
        "postgresql://" + server.user + ":" + SECRET + "@" + server.host + ":1/" + database;
    cli.environment("PGPASSWORD", "another-s3cret");
    assertEquals(1, cli.run("data", "--debug", "--url", url));
    assertTrue(cli.err().contains("***") && cli.err().contains("at dev.pgstow"), cli.err());
    assertFalse(cli.err().contains(SECRET) || cli.err().contains("another-s3cret"), cli.err());
    assertEquals(2, cli.run("export", "--debug", "--token", SECRET, "--log-format=json"));
    assertFalse(cli.err().contains(SECRET), cli.err());
    assertTrue(log().size() > 1);
  }
}
