package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.dump.DumpEngine;
import dev.pgstow.dump.DumpRequest;
import dev.pgstow.dump.Layout;
import dev.pgstow.dump.StagedDump;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.Installed;
import dev.pgstow.testing.PostgresClient;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dump against {@code pg_dump --schema-only} of the same 2,700 objects. The quickest of runs that
 * take turns, for what else the machine does only adds to it.
 */
@Tag("bench")
class DumpBench {
  private static final int MAJOR = 15;
  private static final int ROUNDS = 11;
  private static final int WARM_UP = 5;
  private static final String SCHEMA =
      """
      CREATE SCHEMA bench;
      DO $$
      BEGIN
        FOR i IN 1..1000 LOOP
          EXECUTE format('CREATE TABLE bench.t%s (id bigserial PRIMARY KEY, parent bigint REFERENCES bench.t%s,
            name text NOT NULL DEFAULT ''x'', at timestamptz DEFAULT now(), doc jsonb, CHECK (name <> ''''))', i, greatest(i - 1, 1));
          EXECUTE format('CREATE INDEX t%s_name ON bench.t%s (lower(name)) WHERE at IS NOT NULL', i, i);
          EXECUTE format('COMMENT ON TABLE bench.t%s IS ''table %s''', i, i);
          IF i <= 500 THEN
            EXECUTE format('CREATE FUNCTION bench.f%s(a int, b text DEFAULT ''y'') RETURNS SETOF bench.t%s LANGUAGE sql STABLE
              AS ''SELECT * FROM bench.t%s WHERE id = a''', i, i, i);
          END IF;
          IF i <= 200 THEN
            EXECUTE format('CREATE VIEW bench.v%s AS SELECT a.id, b.name, count(*) AS n FROM bench.t%s a JOIN bench.t%s b ON b.id = a.parent
              WHERE a.name <> '''' GROUP BY a.id, b.name', i, i, greatest(i - 1, 1));
          END IF;
        END LOOP;
      END $$;
      """;

  @TempDir Path folder;

  @Test
  void aDumpCostsLittleMoreThanPgDump() throws IOException {
    TestServer server = TestServer.shared(MAJOR);
    PostgresClient client = new PostgresClient(server);
    String database = server.createDatabase();
    server.execute(database, SCHEMA);
    assumeTrue(client.dump(database, MAJOR).isPresent(), "pg_dump is not there");
    List<Double> bare = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    List<Double> inside = new ArrayList<>();
    Path launcher = Installed.in(folder.resolve("home"));
    // The first run makes the archive of classes.
    whole(launcher, server, database, "first");
    for (int i = 0; i < WARM_UP; i++) {
      inside(server, database, "warm" + i);
    }
    for (int i = 0; i < ROUNDS; i++) {
      bare.add(seconds(() -> client.dump(database, MAJOR)));
      String output = "whole" + i;
      whole.add(seconds(() -> whole(launcher, server, database, output)));
      String within = "inside" + i;
      inside.add(seconds(() -> inside(server, database, within)));
    }
    tell("median", median(bare), median(whole), median(inside));
    double pgDump = Collections.min(bare);
    tell("quickest", pgDump, Collections.min(whole), Collections.min(inside));
    server.dropDatabase(database);
    assertTrue(Collections.min(whole) / pgDump <= 2.5, "whole process");
    assertTrue(Collections.min(inside) / pgDump <= 1.2, "inside a running process");
  }

  private static void tell(String which, double pgDump, double whole, double inside) {
    System.out.printf(
        "%s: pg_dump %.2f s; whole process %.2f s: ratio %.2f; inside %.2f s: ratio %.2f%n",
        which, pgDump, whole, whole / pgDump, inside, inside / pgDump);
  }

  private void whole(Path launcher, TestServer server, String database, String output)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "dump", "--quiet"));
    command.addAll(List.of("-h", server.host, "-p", "" + server.port, "-U", server.user));
    command.addAll(List.of("-d", database, "--layout", "flat", "--output", output));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("PGPASSWORD", server.password);
    try {
      assertEquals(0, builder.start().waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void inside(TestServer server, String database, String output) {
    DumpRequest request =
        new DumpRequest(
            database,
            new CatalogOptions(List.of(), List.of(), true, true),
            new Layout.Flat(),
            folder.resolve(output),
            false,
            false);
    try (StagedDump staged =
        new DumpEngine(TestSessions.databases(server)).stage(request, ProgressListener.none())) {
      staged.commit(ProgressListener.none());
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long before = System.nanoTime();
    work.run();
    return (System.nanoTime() - before) / 1e9;
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
