package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.Installed;
import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How soon the program is there, by the launcher: beside the least that a JVM takes, and beside
 * psql. The quickest of runs that take turns, for what else the machine does only adds to it.
 * {@code mvn verify -Pbench}.
 */
@Tag("bench")
class StartUpBench {
  private static final int ROUNDS = 21;
  private static final double ALLOWANCE = 0.2;

  @TempDir Path folder;

  @Test
  void theVersionTakesFiveTimesABareJvmAtMost() throws Exception {
    Path launcher = Installed.in(folder);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<Double> bare = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    // Makes the archive of classes.
    seconds(launcher.toString(), "--version");
    for (int round = 0; round < ROUNDS; round++) {
      bare.add(seconds(java, "-version"));
      ours.add(seconds(launcher.toString(), "--version"));
    }
    double ratio = quickest(ours) / quickest(bare);
    System.out.printf(
        "java -version %.3f s, pgstow --version %.3f s: ratio %.2f%n",
        quickest(bare), quickest(ours), ratio);
    assertTrue(ratio <= 5, () -> "ratio " + ratio);
  }

  @Test
  void connectingAndListingTakesTwicePsqlAndAFifthOfASecondAtMost() throws Exception {
    Path launcher = Installed.in(folder);
    TestServer server = TestServer.shared();
    String url = "postgresql://%s@%s:%d/postgres".formatted(server.user, server.host, server.port);
    List<Double> psql = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    seconds(launcher.toString(), "--version");
    for (int round = 0; round < ROUNDS; round++) {
      psql.add(seconds("psql", "-XAt", url, "-c", "SELECT datname FROM pg_catalog.pg_database"));
      ours.add(seconds(launcher.toString(), "__complete", "database", "--url", url));
    }
    double limit = 2 * quickest(psql) + ALLOWANCE;
    System.out.printf(
        "psql %.3f s, pgstow %.3f s, limit %.3f s%n", quickest(psql), quickest(ours), limit);
    assertTrue(quickest(ours) <= limit, () -> quickest(ours) + " s, limit " + limit);
  }

  private static double seconds(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", TestServer.shared().password);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    long before = System.nanoTime();
    Process process = builder.start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    double seconds = (System.nanoTime() - before) / 1e9;
    assertEquals(0, process.exitValue());
    return seconds;
  }

  private static double quickest(List<Double> values) {
    return values.stream().min(Double::compare).orElseThrow();
  }
}
