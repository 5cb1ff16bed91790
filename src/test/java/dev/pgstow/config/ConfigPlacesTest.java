package dev.pgstow.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigPlacesTest {
  @TempDir Path home;
  private Path workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = Files.createDirectories(home.resolve("work"));
    Files.writeString(workspace.resolve("pgpm.json"), "{}");
  }

  private ConfigPlaces places() {
    return new ConfigPlaces(workspace, Map.of(), home, System.getProperty("user.name"));
  }

  private Configuration toml(String text) throws IOException {
    Files.writeString(workspace.resolve("pgstow.toml"), text);
    return places().read();
  }

  private Failure refused(String text) throws IOException {
    Files.writeString(workspace.resolve("pgstow.toml"), text);
    Failure failure = assertThrows(Failure.class, () -> places().read());
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertTrue(failure.getMessage().contains(workspace.resolve("pgstow.toml").toString()));
    return failure;
  }

  private static List<String> words(Configuration config, String section, String flag) {
    return config.find(List.of(section), flag).map(it -> it.value().words()).orElse(List.of());
  }

  @Test
  void sectionsAreCommandsAndTheRestIsForAll() throws IOException {
    Configuration config =
        toml(
            """
            host = "db.example.com"
            port = 6432
            verbose = true
            [data]
            large-table = ["events", "app.logs"]
            [data.verify]
            quiet = true
            """);
    assertEquals(List.of("db.example.com"), words(config, "", "host"));
    assertEquals(List.of("6432"), words(config, "", "port"));
    assertEquals(List.of("true"), words(config, "", "verbose"));
    assertEquals(List.of("events", "app.logs"), words(config, "data", "large-table"));
    assertEquals(List.of("true"), words(config, "data verify", "quiet"));
    assertEquals(List.of(), words(config, "data", "host"));
  }

  @Test
  void theKeyOfPgpmJsonIsReadWhereThereIsNoToml() throws IOException {
    Files.writeString(
        workspace.resolve("pgpm.json"),
        """
        {"packages": ["packages/*"], "pgstow": {"host": "db", "data": {"jobs": 4}}}
        """);
    Configuration config = places().read();
    assertEquals(List.of("db"), words(config, "", "host"));
    assertEquals(List.of("4"), words(config, "data", "jobs"));
    assertEquals(List.of(), words(toml("user = \"ada\""), "", "host"));
  }

  @Test
  void aBrokenPgpmJsonIsTheWorkspacesToTell() throws IOException {
    Files.writeString(workspace.resolve("pgpm.json"), "{\"pgstow\": ");
    assertEquals(List.of(), places().read().files());
  }

  @Test
  void theWorkspaceBeatsTheUserAndASectionTheRest() throws IOException {
    Path own = Files.createDirectories(home.resolve(".config/pgstow")).resolve("config.toml");
    Files.writeString(own, "host = \"mine\"\nuser = \"ada\"\n[data]\nhost = \"mine-for-data\"\n");
    Configuration config = toml("host = \"ours\"\n[export]\nhost = \"ours-for-export\"\n");
    assertEquals("ours", first(config, List.of("data", ""), "host"));
    assertEquals("ours-for-export", first(config, List.of("export", ""), "host"));
    assertEquals("ada", first(config, List.of("export", ""), "user"));
    assertEquals(own, places().userFile());
  }

  private static String first(Configuration config, List<String> sections, String flag) {
    return config.find(sections, flag).orElseThrow().value().words().get(0);
  }

  @Test
  void aFolderBelowTheWorkspaceHasItsFile() throws IOException {
    Files.writeString(workspace.resolve("pgstow.toml"), "host = \"db\"");
    Path below = Files.createDirectories(workspace.resolve("packages/crm"));
    Configuration config =
        new ConfigPlaces(below, Map.of(), home, System.getProperty("user.name")).read();
    assertEquals(List.of("db"), words(config, "", "host"));
  }

  @Test
  void xdgConfigHomeMovesTheUsersFile() {
    assertEquals(
        Path.of("/elsewhere/pgstow/config.toml"),
        new ConfigPlaces(workspace, Map.of("XDG_CONFIG_HOME", "/elsewhere"), home, "").userFile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = \"x\"",
        "PGPASSWORD = \"x\"",
        "sslpassword = \"x\"",
        "token = \"x\"",
        "[export]\nheader = [\"Authorization: x\"]",
        "url = \"postgresql://ada:secret@db/shop\"",
        "url = \"postgresql://db/shop?password=secret\"",
        "[prove]\nscratch-url = \"postgresql://ada:secret@db/shop\"",
      })
  void secretsAreRefusedWithoutSayingThem(String text) throws IOException {
    Failure failure = refused(text);
    assertEquals("config-secret", failure.ident());
    assertTrue(!failure.getMessage().contains("secret@"), failure.getMessage());
    assertTrue(failure.hint().contains("PGPASSWORD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "include-secrets", "cwd"})
  void whatHasToBeSaidEachTimeIsRefused(String key) throws IOException {
    assertEquals("config-key-refused", refused(key + " = true").ident());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs = 1.5            | config-value-invalid",
        "tables = [[1]]        | config-value-invalid",
        "[a.b.c]               | config-value-invalid",
        "host = db             | config-malformed",
        "host = 'a             | config-malformed",
      })
  void whatNoFlagTakesIsRefused(String text, String ident) throws IOException {
    assertEquals(ident, refused(text.strip()).ident());
  }

  @Test
  void aMalformedFileIsToldWithItsLine() throws IOException {
    assertTrue(refused("host = \"db\"\nport = \n").getMessage().contains("line 2"));
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Files.write(workspace.resolve("pgstow.toml"), new byte[] {(byte) 0xff, 'a'});
    assertEquals("config-unreadable", assertThrows(Failure.class, () -> places().read()).ident());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aStrangersFileInAFolderForEverybodyIsNotRead() throws IOException {
    Files.writeString(workspace.resolve("pgstow.toml"), "host = \"evil\"");
    Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path file = workspace.resolve("pgstow.toml");
    if (Files.getOwner(file).getName().equals("root")) {
      // Root's files are trusted by everybody.
      Files.setOwner(
          file,
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }
    Configuration config = new ConfigPlaces(workspace, Map.of(), home, "somebody").read();
    assertEquals(List.of(), config.files());
    assertTrue(config.warnings().get(0).contains("not read"));
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefused(@ForAll String text) throws IOException {
    Path folder = Files.createTempDirectory("pgstow-config");
    try {
      Files.write(folder.resolve("pgstow.toml"), text.getBytes(StandardCharsets.UTF_8));
      Configuration config = new ConfigPlaces(folder, Map.of(), folder, "").read();
      assertTrue(config.files().size() <= 1);
    } catch (Failure e) {
      assertEquals(ExitCode.USAGE, e.exitCode(), e.getMessage());
    } finally {
      Files.deleteIfExists(folder.resolve("pgstow.toml"));
      Files.delete(folder);
    }
  }
}
