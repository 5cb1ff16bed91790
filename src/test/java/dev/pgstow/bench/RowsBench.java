package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.rows.RowsDatabase;
import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.TestServer;
import java.io.File;
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

  @TempDir Path folder;

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

  private double export(String... more) throws IOException {
    TestServer server = TestServer.shared();
    Path data = folder.resolve("data");
    List<String> arguments = new ArrayList<>(List.of("data", "-d", database.name(), "-q"));
    arguments.addAll(List.of("--output-dir", data.toString()));
    arguments.addAll(List.of(more));
    long before = System.nanoTime();
    ProgramProcess.Outcome outcome =
        new ProgramProcess(folder)
            .javaOption("-Xmx64m")
            .environment("PGHOST", server.host)
            .environment("PGPORT", "" + server.port)
            .environment("PGUSER", server.user)
            .environment("PGPASSWORD", server.password)
            .run(arguments.toArray(String[]::new));
    double seconds = (System.nanoTime() - before) / 1e9;
    assertEquals(0, outcome.exit(), outcome.err());
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
    psql.redirectError(new File("/dev/null")).redirectOutput(new File("/dev/null"));
    psql.environment().put("PGPASSWORD", server.password);
    long before = System.nanoTime();
    Process process = psql.start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());
    return (System.nanoTime() - before) / 1e9;
  }
}
