package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.testing.HarmlessText;
import dev.pgstow.testing.HostileDatabase;
import dev.pgstow.testing.Psql;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each command on a database whose every name and text is an attack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDatabaseTest {
  private final List<String> attacks = attacks();
  private HostileDatabase hostile;

  @TempDir Path temp;
  private Path workspace;
  private Cli cli;
  private String other;

  /** Names to attack with. */
  List<String> attacks() {
    return HostileDatabase.NAMES.subList(0, 4);
  }

  @BeforeAll
  void fill() {
    hostile = new HostileDatabase(attacks);
  }

  @AfterAll
  void drop() {
    hostile.close();
  }

  @BeforeEach
  void start() throws IOException {
    workspace = Files.createDirectories(temp.resolve("outer/ws"));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    cli = new Cli(workspace);
    other = TestServer.shared().createDatabase();
    TestServer.shared().execute(other, "CREATE TABLE public.canary (alive text)");
  }

  @AfterEach
  void nothingCameOfIt() {
    assertTrue(HostileDatabase.canaryLives(hostile.name));
    assertTrue(HostileDatabase.canaryLives(other));
    TestServer.shared().dropDatabase(other);
    for (Path path : List.of(temp, temp.resolve("outer"), workspace, Path.of("."), Path.of("/"))) {
      assertFalse(Files.exists(path.resolve(HostileDatabase.MARK)), path.toString());
    }
    assertEquals(Set.of("outer"), names(temp));
    assertEquals(Set.of("ws"), names(temp.resolve("outer")));
  }

  private static Set<String> names(Path folder) {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(it -> it.getFileName().toString())
          .collect(TreeSet::new, Set::add, Set::addAll);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command, whose output must be harmless to look at. */
  private void exits(int code, String... arguments) {
    assertEquals(code, cli.run(arguments), () -> cli.out() + cli.err());
    HarmlessText.check(cli.out());
    HarmlessText.check(cli.err());
    assertFalse(cli.err().contains("\tat "), () -> cli.err());
  }

  private JsonNode json(int code, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--json");
    exits(code, words.toArray(String[]::new));
    JsonNode last = JsonMapper.builder().build().createObjectNode();
    for (String line : cli.out().split("\n", -1)) {
      if (!line.isEmpty()) {
        last = new JsonMapper().readTree(line);
      }
    }
    return last;
  }

  @Test
  void dumpsLoadWithPsqlAndMeanTheSame() throws Exception {
    for (String layout : List.of("flat", "per-kind")) {
      exits(0, "dump", "-d", hostile.name, "--layout", layout, "--output", layout, "--strict");
      json(0, "dump", "-d", hostile.name, "--layout", layout, "--output", layout, "--force");
      String loaded = TestServer.shared().createDatabase();
      try {
        Path script = workspace.resolve(layout);
        script = script.resolve(layout.equals("flat") ? "schema.sql" : "load.sql");
        Psql.run(loaded, "-v", "ON_ERROR_STOP=1", "-1", "-f", script.toString());
        exits(0, "dump", "-d", loaded, "--layout", layout, "--output", "again-" + layout);
        assertEquals(
            withoutManifest(workspace.resolve(layout)),
            withoutManifest(workspace.resolve("again-" + layout)));
      } finally {
        TestServer.shared().dropDatabase(loaded);
      }
    }
  }

  private static Set<String> withoutManifest(Path folder) {
    Set<String> files = new TreeSet<>();
    Trees.read(folder)
        .forEach(
            (name, text) -> {
              if (!name.equals("manifest.json")) {
                files.add(name + "\n" + text);
              }
            });
    return files;
  }

  @Test
  void rowsComeOutAsJsonThatParses() throws Exception {
    exits(0, "data", "-d", hostile.name, "--dry-run");
    json(0, "data", "-d", hostile.name, "--dry-run");
    exits(0, "data", "-d", hostile.name);
    JsonNode result = json(0, "data", "-d", hostile.name, "--yes");
    assertTrue(result.path("tables").size() > attacks.size(), cli.out());
    Set<String> columns = new TreeSet<>();
    for (JsonNode table : result.path("tables")) {
      Path file = workspace.resolve("migration-data").resolve(table.path("file").asText());
      assertTrue(file.toRealPath().startsWith(workspace.toRealPath()), file.toString());
      new JsonMapper().readTree(file.toFile()).path(0).fieldNames().forEachRemaining(columns::add);
    }
    assertTrue(columns.containsAll(attacks), columns.toString());
    exits(0, "data", "verify");
    json(0, "data", "verify");
  }

  @Test
  void driftNamesWhatIsHostileAndPullWritesIt() throws Exception {
    exits(0, "dump", "-d", hostile.name, "--output", "all");
    Files.createDirectory(workspace.resolve("schema"));
    Files.writeString(workspace.resolve("schema/canary.sql"), "CREATE TABLE canary (alive text);");
    String[] drift = {"drift", "-d", hostile.name, "--scratch-here"};
    exits(0, drift);
    assertTrue(json(0, drift).path("undeclared").size() > 10 * attacks.size(), cli.out());
    exits(0, "drift", "-d", hostile.name, "--source", "all", "--baseline-hash", "--strict");
    exits(0, "drift", "-d", other, "--source", "all", "--baseline-hash");
    json(0, "drift", "-d", other, "--source", "all", "--baseline-hash");
    cli.terminals("1");
    exits(0, "pull", "-d", hostile.name, "--scratch-here", "--dry-run");
    cli.terminals("");
    json(0, "pull", "-d", hostile.name, "--scratch-here", "--dry-run");
    exits(0, "pull", "-d", hostile.name, "--scratch-here");
    exits(0, "drift", "-d", hostile.name, "--scratch-here", "--strict", "--both");
    Path pulled = workspace.resolve("schema/_pulled");
    String file = pulled.resolve(names(pulled).iterator().next()).toString();
    Psql.run(other, "-v", "ON_ERROR_STOP=1", "-1", "-f", file);
    exits(0, "drift", "-d", other, "--source", "all", "--baseline-hash", "--strict", "--both");
  }

  @Test
  void packagesAreAdoptedDeployedAndReverted() throws Exception {
    String[] dump = {
      "dump", "-d", hostile.name, "--layout", "package", "--module", "m", "--author", "A <a@b.c>"
    };
    exits(0, dump);
    TestServer.shared().execute(other, "DROP TABLE public.canary");
    json(0, "deploy", "m", "-d", other);
    exits(0, "deploy", "m", "-d", other);
    exits(0, "verify", "m", "-d", other);
    json(0, "verify", "m", "-d", other);
    exits(0, "status", "m", "-d", other, "--verbose");
    json(0, "status", "m", "-d", other);
    exits(0, "tag", "v1", "--package", "m");
    exits(0, "revert", "m", "-d", other, "--all", "--yes");
    exits(0, "deploy", "m", "-d", other, "--verbose", "--notices");
    json(0, "revert", "m", "-d", other, "--all", "--yes");
    exits(0, "adopt", "-d", hostile.name, "--module", "m", "--scratch-here");
    TestServer.shared().execute(other, "CREATE TABLE public.canary (alive text)");
  }
}
