package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.TerminalProgram;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Tmux;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** {@code pgstow} in a real terminal, on the tests' server, in a workspace of its own. */
final class WizardWindow implements AutoCloseable {
  /** What the screens show once they can be used, in their order. */
  static final List<String> SCREENS =
      List.of(
          "◉ database ",
          "◉ database_id",
          "◉ author",
          "Extension name",
          "Meta extension name",
          "◉ schemas",
          "[ Start the export ]");

  final Path workspace;
  final Tmux tmux;
  final TerminalProgram program;
  private final TestServer server = TestServer.shared();

  private WizardWindow(Tmux tmux, Path folder, Path workspace) {
    this.tmux = tmux;
    this.workspace = workspace;
    program =
        new TerminalProgram(tmux, folder, workspace)
            .environment("PGHOST", server.host)
            .environment("PGPORT", "" + server.port)
            .environment("PGUSER", server.user)
            .environment("PGPASSWORD", server.password)
            .environment("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  /** A window of that size, and a workspace in the folder. */
  static WizardWindow open(Path folder, int columns, int rows) throws Exception {
    Path workspace = DemoWorkspace.create(folder.resolve("workspace")).root();
    return new WizardWindow(Tmux.open(folder, columns, rows), folder, workspace);
  }

  /** Starts the program. */
  void pgstow(String... arguments) throws Exception {
    program.start("-Dpgstow.tty=012 dev.pgstow.Pgstow", arguments);
  }

  /** Starts the wizard with the database preselected, and waits for its first screen. */
  void wizardOn(String database, String... more) throws Exception {
    program.environment("PGDATABASE", database);
    List<String> arguments = new ArrayList<>(List.of("wizard"));
    arguments.addAll(List.of(more));
    pgstow(arguments.toArray(String[]::new));
    tmux.await("› " + database);
  }

  /**
   * Presses keys, then waits for a text on a screen that can be used: what waits itself has none.
   */
  void press(String keys, String awaited) throws Exception {
    tmux.keys(keys.split(" "));
    tmux.await(awaited, screen -> screen.contains(awaited) && !screen.contains("esc stop"));
  }

  /** Waits for a prompt, then answers it with a line. */
  void line(String prompt, String answer) throws Exception {
    tmux.await(prompt);
    tmux.type(answer);
    tmux.keys("Enter");
  }

  /** Accepts what is suggested, from the first screen to this one of {@link #SCREENS}. */
  void acceptUpTo(int screen) throws Exception {
    for (int i = 1; i <= screen; i++) {
      press("Enter", SCREENS.get(i));
    }
  }

  /** Waits for the end, and checks that nothing but the modules is left of the run. */
  void assertEndsCleanly(int code) throws Exception {
    assertEquals(code, program.awaitEnd(), tmux.screen());
    assertEquals("", program.difference());
    assertEquals(List.of(), hidden());
    assertNoSessions();
  }

  /** The files and folders of {@code packages/} that begin with a dot. */
  List<String> hidden() throws IOException {
    Path packages = workspace.resolve("packages");
    if (!Files.exists(packages)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(packages)) {
      return entries.map(p -> p.getFileName().toString()).filter(n -> n.startsWith(".")).toList();
    }
  }

  SortedMap<String, String> packages() {
    return Trees.read(workspace.resolve("packages"));
  }

  Map<String, String> answers() {
    return Trees.read(workspace.resolveSibling("config"));
  }

  void assertNoSessions() throws Exception {
    long end = System.currentTimeMillis() + 5_000;
    while (sessions() > 0 && System.currentTimeMillis() < end) {
      Thread.sleep(20);
    }
    assertEquals(0, sessions(), "sessions left on the server");
  }

  /** How many sessions of the program the server has. */
  int sessions() throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pgstow'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() {
    tmux.close();
  }
}
