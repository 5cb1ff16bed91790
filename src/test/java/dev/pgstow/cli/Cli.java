package dev.pgstow.cli;

import dev.pgstow.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line in this process, as somebody without a terminal would use it. */
final class Cli {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String terminals = "";

  Cli(Path directory) {
    this.directory = directory;
    TestServer server = TestServer.shared();
    environment.put("PGHOST", server.host);
    environment.put("PGPORT", "" + server.port);
    environment.put("PGUSER", server.user);
    environment.put("PGPASSWORD", server.password);
  }

  Cli environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Which streams the program takes for terminals. */
  Cli terminals(String which) {
    terminals = which;
    return this;
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    Surroundings surroundings =
        new Surroundings(
            environment,
            directory,
            "tester",
            directory,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminals);
    return new PgstowCommandLine(surroundings).run(arguments);
  }

  /** Runs {@code pgstow export} on a database, with an author. */
  int export(String database, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("export", "--database", database, "--author", "A <a@example.com>"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
