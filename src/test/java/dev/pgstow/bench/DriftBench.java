package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.TestServer;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drift as a whole process, against psql loading the source plus one dump; and against one dump
 * where only hashes are compared. 1,000 tables, 1,000 indexes, 500 functions, 200 views. {@code mvn
 * verify -Pbench}.
 */
@Tag("bench")
class DriftBench {
  private static final int ROUNDS = 3;
  private static final String SCHEMA =
      """
      CREATE SCHEMA app;
      DO $do$
      BEGIN
        FOR i IN 1..1000 LOOP
          EXECUTE format('CREATE TABLE app.t%s (id integer, name text NOT NULL, price numeric(10, 2)'
            ' DEFAULT 0, made timestamptz DEFAULT now(), CHECK (price >= 0))', i);
          EXECUTE format('CREATE INDEX t%s_name ON app.t%s (name)', i, i);
          EXECUTE format('COMMENT ON TABLE app.t%s IS %L', i, 'table ' || i);
        END LOOP;
        FOR i IN 1..500 LOOP
          EXECUTE format('CREATE FUNCTION app.f%s(a integer, b text) RETURNS integer LANGUAGE plpgsql'
            ' AS %L', i, 'BEGIN RETURN a + length(b); END');
        END LOOP;
        FOR i IN 1..200 LOOP
          EXECUTE format('CREATE VIEW app.v%s AS SELECT t.id, t.name, u.price FROM app.t%s t'
            ' JOIN app.t%s u USING (id)', i, i, i + 1);
        END LOOP;
      END $do$;
      """;

  @TempDir Path folder;

  private final TestServer server = TestServer.shared();

  @Test
  void driftCostsAtMostTwiceLoadingPlusOneDump() throws Exception {
    String database = server.createDatabase();
    try {
      server.execute(database, SCHEMA);
      List<Double> scratch = new ArrayList<>();
      List<Double> embedded = new ArrayList<>();
      List<Double> baseline = new ArrayList<>();
      pgstow("dump", "-d", database);
      for (int round = 0; round < ROUNDS; round++) {
        double dump = pgstow("dump", "-d", database, "--force");
        double load = load();
        double drift = pgstow("drift", "-d", database, "--strict", "--both", "--scratch-here");
        double alone = pgstow("drift", "-d", database, "--strict", "--both");
        double hash = pgstow("drift", "-d", database, "--strict", "--both", "--baseline-hash");
        scratch.add(drift / (load + dump));
        embedded.add(alone / (load + dump));
        baseline.add(hash / dump);
        System.out.printf(
            "dump %.2f s, psql load %.2f s, drift %.2f s (ratio %.2f), on an embedded server %.2f s"
                + " (ratio %.2f), with hashes %.2f s (ratio %.2f)%n",
            dump,
            load,
            drift,
            drift / (load + dump),
            alone,
            alone / (load + dump),
            hash,
            hash / dump);
      }
      assertMedian(scratch, 2);
      assertMedian(embedded, 2);
      assertMedian(baseline, 1.3);
    } finally {
      server.dropDatabase(database);
    }
  }

  private static void assertMedian(List<Double> ratios, double limit) {
    Collections.sort(ratios);
    assertTrue(ratios.get(ROUNDS / 2) <= limit, () -> "median ratio of " + ratios);
  }

  private double pgstow(String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(
        List.of("--host", server.host, "--port", "" + server.port, "--user", server.user, "-q"));
    long before = System.nanoTime();
    ProgramProcess.Outcome outcome =
        new ProgramProcess(folder)
            .environment("PGPASSWORD", server.password)
            .run(words.toArray(String[]::new));
    double seconds = (System.nanoTime() - before) / 1e9;
    assertEquals(0, outcome.exit(), outcome.err());
    return seconds;
  }

  private double load() throws Exception {
    String target = server.createDatabase();
    try {
      ProcessBuilder psql =
          new ProcessBuilder(
                  "psql",
                  "-X",
                  "-q",
                  "-v",
                  "ON_ERROR_STOP=1",
                  "-1",
                  "-d",
                  target,
                  "-h",
                  server.host,
                  "-p",
                  "" + server.port,
                  "-U",
                  server.user,
                  "-f",
                  "schema/load.sql")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(new File("/dev/null"));
      psql.environment().put("PGPASSWORD", server.password);
      long before = System.nanoTime();
      Process process = psql.start();
      assertTrue(process.waitFor(5, TimeUnit.MINUTES));
      assertEquals(0, process.exitValue());
      return (System.nanoTime() - before) / 1e9;
    } finally {
      server.dropDatabase(target);
    }
  }
}
