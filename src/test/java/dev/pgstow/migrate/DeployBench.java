package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @TempDir Path root;
  private Path all;

  @BeforeEach
  void module() throws IOException {
    Path folder = root.resolve("packages/bench");
    for (String kind : List.of("deploy", "revert", "verify")) {
      Files.createDirectories(folder.resolve(kind));
    }
    Files.writeString(root.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    Files.writeString(folder.resolve("bench.control"), "default_version = '0.0.1'\n");
    StringBuilder plan = new StringBuilder("%syntax-version=1.0.0\n%project=bench\n\n");
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
        psql = psql(target.name());
      }
      try (Target target = Target.create(root)) {
        long start = System.nanoTime();
        assertEquals(CHANGES, target.deploy("bench").deployed());
        double deploy = seconds(start);
        ratios.add(deploy / psql);
        System.out.printf("deploy %.2f s, psql %.2f s: %.2f%n", deploy, psql, deploy / psql);
        status(target);
      }
    }
    Collections.sort(ratios);
    assertTrue(ratios.get(ROUNDS / 2) <= 1.5, () -> "median of " + ratios);
  }

  private void status(Target target) throws Exception {
    StatusReader reader = new StatusReader(Target.databases());
    ModuleSelection selection =
        new ModuleSelection(target.workspace(), target.name(), List.of("bench"), false);
    for (boolean scripts : new boolean[] {false, true}) {
      reader.run(new StatusRequest(selection, scripts));
      long start = System.nanoTime();
      ModuleStatus status = reader.run(new StatusRequest(selection, scripts)).get(0);
      double took = seconds(start);
      assertEquals(CHANGES, status.deployed().size());
      assertEquals(List.of(), status.changedScripts());
      start = System.nanoTime();
      select(target.name());
      System.out.printf(
          "status%s %.3f s, SELECT %.3f s%n", scripts ? " with scripts" : "", took, seconds(start));
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

  private double psql(String database) throws Exception {
    TestServer server = TestServer.shared();
    ProcessBuilder psql =
        new ProcessBuilder(
            List.of(
                "psql",
                "-X",
                "-q",
                "-1",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                server.host,
                "-p",
                "" + server.port,
                "-U",
                server.user,
                "-d",
                database,
                "-f",
                all.toString()));
    psql.environment().put("PGPASSWORD", server.password);
    long start = System.nanoTime();
    Process process = psql.inheritIO().start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());
    return seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
