package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.rows.RowsDatabase;
import dev.pgstow.testing.Installed;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole data export against psql copying the same rows to nowhere, one connection each,
 * start-up included; and two connections against one. {@code mvn verify -Pbench -Dtest=RowsBench},
 * with {@code -Dpgstow.bench.rows} for fewer rows.
 */
@Tag("bench")
class RowsBench {
  private static final int ROUNDS = 5;
  private static final int ROWS = Integer.getInteger("pgstow.bench.rows", 5_000_000);
  private static RowsDatabase database;

  @TempDir private static Path home;
  private static Path launcher;

  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException {
    launcher = Installed.in(home);
    // The first run makes the archive of classes.
    new ProcessBuilder(launcher.toString(), "--version").start().onExit().join();
  }

  @BeforeAll
  static void fill() {
    database = RowsDatabase.empty();
    for (String table : List.of("mixed", "other")) {
      database.execute(
          """
          CREATE TABLE %s AS SELECT n::bigint AS id, (n %% 1000)::integer AS sensor,
            timestamptz '2026-01-01' + n * interval '1.234567 seconds' AS at, sin(n) * 100 AS value,
            (n %% 100000000) * 0.01::numeric AS amount, n %% 3 = 0 AS ok, 'kind ' || n %% 17 AS kind,
            'A note of some length, number ' || n || ', with "quotes"' AS note,
            jsonb_build_object('a', n, 'b', 'x') AS attributes, md5(n::text)::uuid AS ref,
            date '2000-01-01' + n %% 10000 AS day
            FROM generate_series(1, %d) AS n
          """
              .formatted(table, ROWS));
    }
    database.execute("VACUUM ANALYZE");
    database.execute("CHECKPOINT");
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void jsonCostsAtMostAThirdMoreThanABareCopy() throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double psql = psql("COPY mixed TO STDOUT (FORMAT binary)");
      double export = export("--table", "mixed", "--jobs", "1");
      ratios.add(export / psql);
      System.out.printf("data %.2f s, psql %.2f s: ratio %.2f%n", export, psql, export / psql);
    }
    Collections.sort(ratios);
    assertTrue(ratios.get(ROUNDS / 2) <= 1.3, () -> "median ratio of " + ratios);
  }

  @Test
  void twoJobsOnTwoTablesAreFasterThanOne() throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double one = export("--jobs", "1");
      double two = export("--jobs", "2");
      ratios.add(two / one);
      System.out.printf("one job %.2f s, two %.2f s: ratio %.2f%n", one, two, two / one);
    }
    Collections.sort(ratios);
    assertTrue(ratios.get(ROUNDS / 2) < 1, () -> "median ratio of " + ratios);
  }

  private double export(String... more) throws Exception {
    TestServer server = TestServer.shared();
    Path data = folder.resolve("data");
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "data", "-q"));
    command.addAll(List.of("-h", server.host, "-p", "" + server.port, "-U", server.user));
    command.addAll(List.of("-d", database.name(), "--output-dir", data.toString()));
    command.addAll(List.of(more));
    ProcessBuilder pgstow = new ProcessBuilder(command);
    pgstow.environment().put("PGSTOW_JAVA_OPTS", "-Xmx64m");
    double seconds = seconds(pgstow, server);
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    return seconds;
  }

  private static double psql(String sql) throws Exception {
    TestServer server = TestServer.shared();
    ProcessBuilder psql =
        new ProcessBuilder(
            "psql",
            "-X",
            "-q",
            "-d",
            database.name(),
            "-h",
            server.host,
            "-p",
            "" + server.port,
            "-U",
            server.user,
            "-c",
            sql);
    return seconds(psql, server);
  }

  private static double seconds(ProcessBuilder command, TestServer server) throws Exception {
    command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    command.environment().put("PGPASSWORD", server.password);
    long before = System.nanoTime();
    Process process = command.start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES));
    double seconds = (System.nanoTime() - before) / 1e9;
    assertEquals(0, process.exitValue());
    return seconds;
  }
}
