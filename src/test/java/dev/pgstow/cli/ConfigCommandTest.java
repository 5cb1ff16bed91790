package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from files: who wins, who is refused, and what {@code pgstow config} says of it. */
class ConfigCommandTest {
  @TempDir Path home;
  private Path workspace;
  private OfflineCli cli;

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = Files.createDirectories(home.resolve("work"));
    Files.writeString(workspace.resolve("pgpm.json"), "{}");
    cli = new OfflineCli(home, workspace);
  }

  private void workspaceFile(String text) throws IOException {
    Files.writeString(workspace.resolve("pgstow.toml"), text);
  }

  private void userFile(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/pgstow"));
    Files.writeString(folder.resolve("config.toml"), text);
  }

  private JsonNode setting(String key, String... more) throws IOException {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "config";
    arguments[1] = "--json";
    System.arraycopy(more, 0, arguments, 2, more.length);
    assertEquals(0, cli.run(arguments), cli.err());
    for (JsonNode setting : new ObjectMapper().readTree(cli.out()).path("settings")) {
      if (setting.path("key").asText().equals(key) && setting.path("inEffect").asBoolean()) {
        return setting;
      }
    }
    throw new AssertionError("no " + key + " in " + cli.out());
  }

  private void assertSetting(String value, String source, JsonNode setting) {
    assertEquals(value, setting.path("values").path(0).asText());
    assertEquals(source, setting.path("source").asText());
  }

  @Test
  void flagsBeatTheEnvironmentWhichBeatsTheWorkspaceWhichBeatsTheUser() throws IOException {
    assertEquals("default", setting("host").path("source").asText());
    userFile("host = \"of-user\"");
    assertSetting("of-user", "user", setting("host"));
    workspaceFile("host = \"of-workspace\"");
    assertSetting("of-workspace", "workspace", setting("host"));
    cli.environment("PGHOST", "of-environment");
    assertSetting("of-environment", "environment", setting("host"));
    assertEquals("PGHOST", setting("host").path("from").asText());
    assertSetting("of-flag", "flag", setting("host", "--host", "of-flag"));
  }

  @Test
  void aValueIsTakenAsItIsWritten() throws IOException {
    workspaceFile("host = \"${sys:java.version}.example\"");
    assertSetting("${sys:java.version}.example", "workspace", setting("host"));
  }

  @Test
  void aUrlInAFileGivesWayToDatabaseUrlAndToSingleVariables() throws IOException {
    workspaceFile("url = \"postgresql://ada@db1:6000/shop?sslmode=require\"");
    assertSetting("db1", "workspace", setting("host"));
    assertSetting("shop", "workspace", setting("database"));
    cli.environment("PGPORT", "7000");
    assertSetting("7000", "environment", setting("port"));
    assertSetting("require", "workspace", setting("sslmode"));
    cli.environment("DATABASE_URL", "postgresql://db2/other");
    assertSetting("db2", "environment", setting("host"));
    assertSetting("other", "environment", setting("database"));
    assertSetting("prefer", "default", setting("sslmode"));
  }

  @Test
  void whatIsOverriddenIsShownAsSuch() throws IOException {
    userFile("[data]\njobs = 2\n");
    workspaceFile("[data]\njobs = 4\nlarge-table = [\"events\", \"logs\"]\n");
    assertEquals(0, cli.run("config"));
    assertTrue(cli.out().contains("data.large-table"), cli.out());
    assertTrue(cli.out().contains("events, logs"), cli.out());
    String overridden =
        cli.out().lines().filter(line -> line.endsWith("(overridden)")).findFirst().orElseThrow();
    assertTrue(overridden.matches("data\\.jobs +2 +.*config\\.toml  \\(overridden\\)"), overridden);
  }

  @Test
  void secretsAreNotShown() throws IOException {
    cli.environment("PGPASSWORD", "hunter22").environment("PGSTOW_TOKEN", "tok-en-42");
    assertEquals(0, cli.run("config"));
    assertTrue(cli.out().contains("PGPASSWORD") && cli.out().contains("PGSTOW_TOKEN"), cli.out());
    assertFalse(cli.out().contains("hunter22") || cli.out().contains("tok-en-42"), cli.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hots = 'db'              | there is no setting hots          | Did you mean both, host",
        "[data] ; job = 2         | there is no setting data.job      | Did you mean jobs",
        "[dat] ; jobs = 2         | there is no setting section [dat] | Did you mean data",
        "[export] ; jobs = 2      | there is no setting export.jobs   | flag of data",
        "[data] ; jobs = true     | data.jobs takes a string          | Correct",
        "quiet = 'yes'            | quiet takes true or false         | Correct",
        "host = ['a', 'b']        | host takes one value              | Correct",
      })
  void aSettingNobodyTakesIsRefusedWithNearOnes(String text, String message, String hint)
      throws IOException {
    workspaceFile(text.replace(";", "\n"));
    assertEquals(2, cli.run("config"));
    assertTrue(cli.err().contains(message), cli.err());
    assertTrue(cli.err().contains(hint), cli.err());
    assertTrue(cli.err().contains("pgstow.toml"), cli.err());
  }

  @Test
  void aMistakeInAnotherCommandsSectionDoesNotStopACommand() throws IOException {
    workspaceFile("[data]\njobz = 2\n");
    assertEquals(0, cli.run("recover"), cli.err());
    workspaceFile("jobz = 2\n");
    assertEquals(2, cli.run("recover"));
    assertTrue(cli.err().contains("jobz"), cli.err());
  }

  @Test
  void aFlagGivenBeatsTheSameFlagConfigured() throws IOException {
    workspaceFile("json = true\nverbose = true\n");
    assertEquals(0, cli.run("recover"));
    assertEquals("{\"event\":\"result\",\"recovered\":[]}", cli.out().strip());
    assertEquals(0, cli.run("recover", "--json"));
    assertEquals("{\"event\":\"result\",\"recovered\":[]}", cli.out().strip());
    assertEquals(0, cli.run("recover", "--json=False"));
    assertEquals("Nothing to recover.", cli.out().strip());
  }

  @Test
  void aValueThatDoesNotFitIsBlamedOnItsFile() throws IOException {
    workspaceFile("[data]\njobs = \"many\"\n");
    assertEquals(2, cli.run("data", "--dry-run"));
    assertTrue(cli.err().contains("pgstow.toml: data.jobs takes something else"), cli.err());
    assertEquals(2, cli.run("data", "--dry-run", "--jobs", "few"));
    assertTrue(cli.err().contains("'few' is not an int"), cli.err());
  }

  @Test
  void theDemoIsLeftAlone() {
    assertEquals(List.of("demo"), Preferences.sections("demo"));
  }

  @Test
  void aMistakeInAFileIsAJsonFailureWhereJsonIsWanted() throws IOException {
    workspaceFile("password = \"x\"");
    for (String flag : List.of("--json", "--json=true")) {
      assertEquals(2, cli.run("recover", flag));
      assertEquals("config-secret", new ObjectMapper().readTree(cli.out()).path("ident").asText());
    }
  }
}
