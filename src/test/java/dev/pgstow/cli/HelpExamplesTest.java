package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.cli.document.CommandPage;
import dev.pgstow.cli.document.Example;
import dev.pgstow.demo.DemoServer;
import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.RecordedApi;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of {@code --help}, each run with the demo's server and workspace, one after the
 * other, as somebody would who tries them all.
 */
@Tag("thorough")
class HelpExamplesTest {
  /** What needs a terminal: says so where there is none. Driven by keys in the tests in tmux. */
  private static final Set<String> ON_A_TERMINAL =
      Set.of(
          "pgstow",
          "pgstow --plain",
          "pgstow demo",
          "pgstow export",
          "pgstow revert",
          "PGSTOW_TOKEN=… pgstow export --graphql-endpoint https://api.example.com/graphql",
          "pgstow drift -d inventory --browse",
          "pgstow --graphql-endpoint https://api.example.com/graphql",
          "pgstow wizard --database constructive --author 'Ada <ada@example.com>'");

  /** What runs until it is stopped: DemoCommandTest has it. */
  private static final String SERVES = "pgstow demo --server";

  private static final String BOOKSHOP = "packages/bookshop";

  @TempDir Path temp;

  private final Set<String> run = new TreeSet<>();
  private final List<String> wrong = new ArrayList<>();

  private Path workspace = Path.of("");
  private Map<String, String> environment = Map.of();
  private List<Place> places = List.of();

  /** A place that examples name, and where it is here. */
  private record Place(String named, String here) {}

  @Test
  void eachDoesWhatItSays() throws IOException {
    try (DemoServer server = DemoServer.start();
        RecordedApi api = new RecordedApi(RecordedApi.Kind.HASURA)) {
      Path home = Files.createDirectory(temp.resolve("home"));
      Path services = home.resolve("services.conf");
      Files.writeString(
          services,
          "[staging]\nhost=%s\nport=%d\nuser=%s\ndbname=constructive\n"
              .formatted(server.host(), server.port(), server.user()));
      environment =
          Map.of(
              "PGHOST",
              server.host(),
              "PGPORT",
              "" + server.port(),
              "PGUSER",
              server.user(),
              "PGDATABASE",
              "bookshop_dev",
              "PGSERVICEFILE",
              services.toString(),
              "PGSTOW_AUTHOR",
              "Ada <ada@example.com>");
      places =
          List.of(
              new Place("postgresql://me@db.example.com", server.connectionUrl()),
              new Place("postgresql://postgres@db.example.com", server.connectionUrl()),
              new Place("postgresql://me@localhost:5433", server.connectionUrl()),
              new Place("db.example.com", server.host()),
              new Place("https://api.example.com/graphql", api.url()),
              new Place("…", "token"),
              new Place("~", home.toString()));
      workspace = DemoWorkspace.create(temp.resolve("workspace")).root();
      Files.createDirectories(temp.resolve("elsewhere"));

      Files.createDirectory(workspace.resolve("../fresh"));
      examplesOf("../fresh", "init");
      for (String command : List.of("completion", "config", "man-pages", "demo")) {
        examplesOf("", command);
      }
      examplesOf("", "wizard");
      examplesOf("", "export");
      examplesOf("", "install");
      examplesOf("", "");
      examplesOf("", "admin-users");
      examplesOf("", "admin-users bootstrap");
      examplesOf(BOOKSHOP, "prove");
      examplesOf(BOOKSHOP, "tag");
      examplesOf(BOOKSHOP, "deploy");
      examplesOf(BOOKSHOP, "verify");
      examplesOf(BOOKSHOP, "status");
      examplesOf(BOOKSHOP, "migrate");
      examplesOf(BOOKSHOP, "test-packages");
      examplesOf("", "doctor");
      examplesOf(BOOKSHOP, "revert");
      examplesOf("", "dump");
      examplesOf("", "drift");
      examplesOf("", "pull");
      run(workspace, "pgstow tag v1.0.0 --package inventory");
      examplesOf("", "adopt");
      examplesOf("", "data");
      examplesOf("", "data verify");
      examplesOf("", "recover");
    }
    assertEquals(List.of(), wrong);
    Set<String> all = new TreeSet<>();
    pages().forEach(page -> page.examples().forEach(example -> all.add(example.command())));
    all.remove(SERVES);
    assertEquals(all, run);
  }

  private void examplesOf(String folder, String command) {
    CommandPage page =
        pages().stream()
            .filter(it -> String.join(" ", it.path()).equals(("pgstow " + command).strip()))
            .findFirst()
            .orElseThrow();
    for (Example example : page.examples()) {
      if (!example.command().equals(SERVES) && run.add(example.command())) {
        run(workspace.resolve(folder), example.command());
      }
    }
  }

  private void run(Path directory, String line) {
    OfflineCli cli = new OfflineCli(temp.resolve("home"), directory);
    environment.forEach(cli::environment);
    List<String> words = ShellLine.words(line);
    while (!words.get(0).equals("pgstow")) {
      String[] variable = words.remove(0).split("=", 2);
      cli.environment(variable[0], here(variable[1]));
      if (variable[0].equals("PGSERVICE")) {
        List.of("PGHOST", "PGPORT", "PGUSER", "PGDATABASE").forEach(cli::withoutEnvironment);
      }
    }
    String[] arguments = words.stream().skip(1).map(this::here).toArray(String[]::new);
    int exit = cli.run(arguments);
    int expected = ON_A_TERMINAL.contains(line) ? 2 : 0;
    if (exit != expected) {
      wrong.add(line + "\n  exit " + exit + "\n" + cli.out() + cli.err());
    } else if (exit == 2) {
      assertTrue(Stream.of("terminal", "nobody to ask").anyMatch(cli.err()::contains), cli::err);
    }
  }

  private String here(String word) {
    String here = word;
    for (Place place : places) {
      here = here.replace(place.named(), place.here());
    }
    return here;
  }

  private static List<CommandPage> pages() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new PgstowCommandLine(
            new Surroundings(Map.of(), Path.of(""), "tester", Path.of(""), nowhere, nowhere, ""))
        .page()
        .all()
        .toList();
  }
}
