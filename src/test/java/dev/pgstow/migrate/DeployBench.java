package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.Psql;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 5,000 changes against {@code psql -1 -f} of their scripts. {@code mvn verify -Pbench}. */
@Tag("bench")
class DeployBench {
  private static final int CHANGES = 5_000;
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 20;
  private static final int STATUS_ROUNDS = 15;

  @TempDir Path root;
  private Path all;

  @BeforeEach
  void module() throws IOException {
    Path folder = root.resolve("packages/app");
    for (String kind : List.of("deploy", "revert", "verify")) {
      Files.createDirectories(folder.resolve(kind));
    }
    Files.writeString(root.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    Files.writeString(folder.resolve("app.control"), "default_version = '0.0.1'\n");
    StringBuilder plan = new StringBuilder("%syntax-version=1.0.0\n%project=app\n\n");
    StringBuilder scripts = new StringBuilder();
    for (int i = 0; i < CHANGES; i++) {
      String script = "-- Deploy: c" + i + "\n-- made with pgstow\n\n" + sql(i) + "\n";
      Files.writeString(folder.resolve("deploy/c" + i + ".sql"), script);
      Files.writeString(folder.resolve("verify/c" + i + ".sql"), "SELECT 1;\n");
      scripts.append(script);
      plan.append("c").append(i).append(i == 0 ? "" : " [c" + (i - 1) + "]");
      plan.append(" 2017-08-11T08:11:51Z B <b@example.com> # add\n");
    }
    Files.writeString(folder.resolve("pgpm.plan"), plan);
    all = root.resolve("all.sql");
    Files.writeString(all, scripts);
  }

  /** What exports are made of: a table, and things about it. */
  private static String sql(int i) {
    int table = i / 10;
    return switch (i % 10) {
      case 0 -> "CREATE TABLE t" + table + " (id integer, name text, owner text);";
      case 1 -> "ALTER TABLE t" + table + " ADD PRIMARY KEY (id);";
      case 2 -> "COMMENT ON TABLE t" + table + " IS 'A table''s comment';";
      case 3 -> "GRANT SELECT ON TABLE t" + table + " TO PUBLIC;";
      case 4 -> "GRANT INSERT ON TABLE t" + table + " TO PUBLIC;";
      case 5 -> "ALTER TABLE t" + table + " ENABLE ROW LEVEL SECURITY;";
      case 6 -> "CREATE POLICY p ON t" + table + " USING (owner = current_user);";
      case 7 -> "CREATE INDEX t" + table + "_name ON t" + table + " (name);";
      case 8 ->
          "CREATE FUNCTION f"
              + table
              + "() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN NEW;\nEND;\n$$;";
      default ->
          "CREATE TRIGGER g BEFORE INSERT ON t"
              + table
              + " FOR EACH ROW EXECUTE FUNCTION f"
              + table
              + "();";
    };
  }

  @Test
  void deployingTakesAtMostOneAndAHalfTimesAsLongAsPsql() throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double psql;
      try (Target target = Target.create(root)) {
        psql = timed(() -> Psql.run(target.name(), "-1", "-v", "ON_ERROR_STOP=1", "-f", "" + all));
      }
      try (Target target = Target.create(root)) {
        double deploy = timed(() -> deploy(target));
        assertEquals(CHANGES, target.ledger().size());
        ratios.add(deploy / psql);
        System.out.printf("deploy %.2f s, psql %.2f s: %.2f%n", deploy, psql, deploy / psql);
        double verify = timed(() -> run(target, "verify", "app"));
        System.out.printf("pgstow verify %.2f s%n", verify);
        status(target);
      }
    }
    Collections.sort(ratios);
    assertTrue(ratios.get(ROUNDS / 2) <= 1.5, () -> "median of " + ratios);
  }

  /** A process that deploys, without the verification that the command adds. */
  private void deploy(Target target) throws Exception {
    TestServer server = TestServer.shared();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledDeployment.class.getName(),
            root.toString(),
            target.name());
    builder
        .environment()
        .put(
            "PGSTOW_TEST_PG",
            "postgresql://%s:%s@%s:%d/postgres"
                .formatted(server.user, server.password, server.host, server.port));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());
  }

  /** The program as a process. */
  private void run(Target target, String... arguments) {
    TestServer server = TestServer.shared();
    ProgramProcess.Outcome outcome =
        new ProgramProcess(root)
            .environment("PGHOST", server.host)
            .environment("PGPORT", "" + server.port)
            .environment("PGUSER", server.user)
            .environment("PGPASSWORD", server.password)
            .environment("PGDATABASE", target.name())
            .run(arguments);
    assertEquals(0, outcome.exit(), outcome.err());
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double timed(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return seconds(start);
  }

  private void status(Target target) throws Exception {
    StatusReader reader = new StatusReader(Target.databases());
    ModuleSelection selection =
        new ModuleSelection(target.workspace(), target.name(), List.of("app"), false);
    for (boolean scripts : new boolean[] {false, true}) {
      StatusRequest request = new StatusRequest(selection, scripts);
      ModuleStatus status = reader.run(request).get(0);
      assertEquals(CHANGES, status.deployed().size());
      assertEquals(List.of(), status.changedScripts());
      List<Double> engine = new ArrayList<>();
      List<Double> selects = new ArrayList<>();
      for (int i = 0; i < WARM_UP + STATUS_ROUNDS; i++) {
        engine.add(timed(() -> reader.run(request)));
        selects.add(timed(() -> select(target.name())));
      }
      double took = median(engine.subList(WARM_UP, engine.size()));
      double select = median(selects.subList(WARM_UP, selects.size()));
      double process =
          timed(
              scripts
                  ? () -> run(target, "status", "app")
                  : () -> run(target, "status", "app", "--no-scripts"));
      double psql =
          timed(() -> Psql.run(target.name(), "-c", "SELECT * FROM pgpm_migrate.changes"));
      System.out.printf(
          "status%s: engine %.3f s, SELECT %.3f s: %.1f; process %.3f s, psql %.3f s: %.1f%n",
          scripts ? "" : " --no-scripts",
          took,
          select,
          took / select,
          process,
          psql,
          process / psql);
    }
  }

  private static void select(String database) throws Exception {
    try (Connection connection = TestServer.shared().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM pgpm_migrate.changes")) {
      int count = 0;
      while (rows.next()) {
        count += rows.getString(1).length() > 0 ? 1 : 0;
      }
      assertEquals(CHANGES, count);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
