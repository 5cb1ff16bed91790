package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.Installed;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import dev.pgstow.testing.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first screen against the least there could be: a start of the program, and a first connection
 * of a JVM. {@code mvn verify -Pbench}.
 */
@Tag("bench")
class FirstScreenBench {
  private static final int ROUNDS = 7;

  @TempDir Path folder;

  @Test
  void theFirstScreenTakesTwiceAStartAndAConnectionAtMost() throws Exception {
    assumeTrue(Tmux.isThere(), "no tmux");
    Path launcher = Installed.in(folder.resolve("home"));
    version(launcher);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double version = version(launcher);
      double connection = connection();
      double paint = paint(launcher, Files.createDirectory(folder.resolve("" + round)));
      ratios.add(paint / (version + connection));
      System.out.printf(
          "--version %.2f s, connection %.2f s, first screen %.2f s: ratio %.2f%n",
          version, connection, paint, ratios.get(round));
    }
    List<Double> sorted = ratios.stream().sorted().toList();
    assertTrue(sorted.get(ROUNDS / 2) <= 2, () -> "median ratio of " + sorted);
  }

  private static double version(Path launcher) throws Exception {
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(launcher.toString(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());
    return seconds(before);
  }

  private static double connection() throws Exception {
    TestServer server = TestServer.shared();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Connect.class.getName(),
                server.host,
                "" + server.port,
                server.user,
                server.password)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String nanos = new String(process.getInputStream().readAllBytes()).strip();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return Long.parseLong(nanos) / 1e9;
  }

  private static double paint(Path launcher, Path here) throws Exception {
    TestServer server = TestServer.shared();
    Path workspace = DemoWorkspace.create(here.resolve("workspace")).root();
    try (Tmux tmux = Tmux.open(here, 80, 24)) {
      tmux.type(
          "cd '%s'; export LC_ALL=C.UTF-8 PGHOST=%s PGPORT=%d PGUSER=%s PGPASSWORD='%s'; clear"
              .formatted(workspace, server.host, server.port, server.user, server.password));
      tmux.keys("Enter");
      tmux.type(launcher + " || echo left=$?");
      long before = System.nanoTime();
      tmux.keys("Enter");
      while (!tmux.screen().contains(" pgstow  export")) {
        Thread.sleep(5);
      }
      double seconds = seconds(before);
      tmux.await("Select a database");
      tmux.keys("C-c");
      tmux.await("left=130");
      return seconds;
    }
  }

  private static double seconds(long before) {
    return (System.nanoTime() - before) / 1e9;
  }

  /** Prints how many nanoseconds a JVM's first connection takes. */
  static final class Connect {
    public static void main(String[] server) {
      long before = System.nanoTime();
      TestSessions.first(server[0], Integer.parseInt(server[1]), server[2], server[3]).close();
      System.out.println(System.nanoTime() - before);
    }
  }
}
