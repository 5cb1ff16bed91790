package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What shells get to offer. */
class NameCompletionTest {
  @TempDir Path folder;

  private final TestServer server = TestServer.shared();

  @BeforeEach
  void makeAWorkspace() throws IOException {
    Files.writeString(folder.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    for (String module : List.of("crm", "shop")) {
      Path home = Files.createDirectories(folder.resolve("packages").resolve(module));
      Files.writeString(home.resolve(module + ".control"), "default_version = '0.0.1'\n");
      Files.writeString(
          home.resolve("pgpm.plan"),
          """
          %%syntax-version=1.0.0
          %%project=%1$s
          %%uri=%1$s

          %1$s/one 2017-08-11T08:11:51Z A <a@example.com> # add
          %1$s/two [%1$s/one] 2017-08-11T08:11:51Z A <a@example.com> # add
          @v1 2017-08-11T08:11:51Z A <a@example.com> # tag
          """
              .formatted(module));
    }
  }

  private List<String> names(Cli cli, String... words) {
    assertEquals(0, cli.run(words), cli::err);
    assertEquals("", cli.err());
    return cli.out().lines().toList();
  }

  private List<String> names(String... words) {
    return names(new Cli(folder), words);
  }

  @Test
  void databasesAreTheServersOwn() {
    String database = server.createDatabase();
    try {
      assertTrue(names("__complete", "database", "export", "--outdir", "x").contains(database));
    } finally {
      server.dropDatabase(database);
    }
  }

  @Test
  void rowsOfTheDatabaseTableAreThoseOfTheDatabaseThatIsNamed() {
    String database = Sample.createDatabase();
    try {
      List<String> names = names("__complete", "constructive-database", "export", "-d", database);
      assertTrue(names.contains("pets"), names::toString);
    } finally {
      server.dropDatabase(database);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h127.0.0.1 -p1", "--host=127.0.0.1 --port=1", "--db postgresql://h:1/"})
  void flagsAreTakenInEverySpelling(String flags) {
    List<String> words = new ArrayList<>(List.of("__complete", "database"));
    words.addAll(List.of(flags.split(" ")));
    assertEquals(List.of(), names(words.toArray(String[]::new)));
  }

  @Test
  void everyFlagThatSaysWhereIsKnown() {
    ConnectionOptions options = new ConnectionOptions();
    for (OptionSpec option : CommandSpec.forAnnotatedObject(options).options()) {
      for (String name : option.names()) {
        assertEquals(List.of(), TypedLine.of(List.of(name, "value")).words(), name);
      }
    }
  }

  @Test
  void modulesAreTheWorkspaces() {
    assertEquals(List.of("crm", "shop"), names("__complete", "module", "deploy"));
  }

  @Test
  void changesAreThoseOfTheModuleThatIsNamed() {
    assertEquals(
        List.of("@v1", "shop/one", "shop/two"),
        names("__complete", "change", "deploy", "-d", "x", "shop"));
  }

  @Test
  void changesAreThoseOfTheFolderElse() {
    assertEquals(
        List.of("@v1", "crm/one", "crm/two"),
        names("__complete", "change", "revert", "--cwd", "packages/crm"));
  }

  @Test
  void namesThatATerminalWouldObeyAreLeftOut() {
    String hostile = "t_evil\u001b[31m_" + ProcessHandle.current().pid();
    server.execute("postgres", "CREATE DATABASE \"" + hostile + "\"");
    try {
      List<String> names = names("__complete", "database");
      assertTrue(names.contains("postgres") && names.stream().noneMatch(it -> it.contains("evil")));
    } finally {
      server.execute("postgres", "DROP DATABASE \"" + hostile + "\"");
    }
  }

  @Test
  void whatFailsIsSilent() {
    assertEquals(List.of(), names("__complete"));
    assertEquals(List.of(), names("__complete", "nonsense"));
    assertEquals(List.of(), names("__complete", "database", "--json", "--url", "no url"));
    assertEquals(List.of(), names("__complete", "database", "-p", "1", "--json"));
    assertEquals(List.of(), names("__complete", "change", "deploy", "--cwd", "/nowhere"));
  }

  @Test
  void aServerThatNeverAnswersIsNotWaitedFor() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long before = System.nanoTime();
      assertEquals(
          List.of(),
          names("__complete", "database", "-h", "127.0.0.1", "-p", "" + silent.getLocalPort()));
      Duration waited = Duration.ofNanos(System.nanoTime() - before);
      assertTrue(waited.compareTo(Duration.ofSeconds(6)) < 0, waited::toString);
    }
  }
}
