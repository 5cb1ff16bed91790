package dev.pgstow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** pgpm itself, installed by npm at the version that {@code src/test/pgpm} pins. */
public final class Pgpm {
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", ".npmrc", "pgpm.cjs");

  private final Path installed;
  private final Path workspace;
  private final String database;

  private Pgpm(Path installed, Path workspace, String database) {
    this.installed = installed;
    this.workspace = workspace;
    this.database = database;
  }

  /** pgpm in a workspace, on a database of the tests' server; skips the test without Node. */
  public static Pgpm in(Path workspace, String database) {
    Assumptions.assumeTrue(NodePackages.runs("npm"), "needs Node.js and npm, for pgpm itself");
    return new Pgpm(install(), workspace, database);
  }

  private static Path install() {
    try {
      return NodePackages.install(Path.of("src", "test", "pgpm"), FILES, "pgpm");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a run printed and exited with. */
  public record Outcome(int exit, String output) {}

  /** Runs one of its commands; it must succeed. */
  public void done(String command, String target) {
    must(run(command, target));
  }

  /** Runs one of its commands. */
  public Outcome run(String command, String target) {
    TestServer server = TestServer.shared();
    return run(
        installed,
        List.of("node", "pgpm.cjs", workspace.toString(), command, target),
        "PGHOST=" + server.host,
        "PGPORT=" + server.port,
        "PGUSER=" + server.user,
        "PGPASSWORD=" + server.password,
        "PGDATABASE=" + database);
  }

  private static void must(Outcome outcome) {
    if (outcome.exit() != 0) {
      throw new AssertionError(outcome.output());
    }
  }

  private static Outcome run(Path directory, List<String> command, String... environment) {
    try {
      Path output = Files.createTempFile("pgpm", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(command))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      for (String variable : environment) {
        int equals = variable.indexOf('=');
        builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
      }
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + command);
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Outcome(process.exitValue(), text);
    } catch (IOException e) {
      return new Outcome(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
