package dev.pgstow.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The command line in this process, with no server and nothing in the environment. */
final class OfflineCli {
  private final Path home;
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  OfflineCli(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  OfflineCli environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  OfflineCli withoutEnvironment(String name) {
    environment.remove(name);
    return this;
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    return new PgstowCommandLine(
            new Surroundings(
                environment,
                home,
                "tester",
                directory,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                ""))
        .run(arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
