package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.rows.RowsDatabase;
import dev.pgstow.testing.FaultyLine;
import dev.pgstow.testing.FaultyLine.Fault;
import dev.pgstow.testing.FaultyLine.Kind;
import dev.pgstow.testing.HarmlessText;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each command on lines that break anywhere. A run's seed says which byte of which direction and
 * what becomes of it; a failure names it. Whatever happens, nothing is lost or half-written, the
 * failure is told in words, and the next run works.
 */
class FaultRunsTest {
  private static final int FEW = 2;
  private static final int MANY = 125;

  /** The one run to repeat, of a test that runs many. */
  private static final Integer SEED = Integer.getInteger("pgstow.fault.seed");

  @TempDir Path temp;
  private final TestServer server = TestServer.shared();
  private final List<String> databases = new ArrayList<>();
  private Path workspace;
  private Cli cli;
  private int failed;

  /** What a run may do to what was there before: leave it, or complete the work. */
  private interface Check {
    void after(boolean done, Fault fault) throws Exception;
  }

  @BeforeEach
  void init() throws IOException {
    workspace = Files.createDirectory(temp.resolve("ws"));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    cli = new Cli(workspace);
  }

  @AfterEach
  void drop() {
    databases.forEach(server::dropDatabase);
  }

  private String own(String database) {
    databases.add(database);
    return database;
  }

  /** Runs a command on a sound line; it must succeed. */
  private void soundly(String... arguments) {
    cli.environment("PGPORT", "" + server.port);
    assertEquals(0, cli.run(arguments), () -> cli.out() + cli.err());
  }

  /** How much a command carries, in both directions, when all goes well. */
  private long[] measure(String... arguments) {
    try (FaultyLine line = FaultyLine.sound()) {
      cli.environment("PGHOST", "127.0.0.1").environment("PGPORT", "" + line.port());
      assertEquals(0, cli.run(arguments), () -> cli.out() + cli.err());
      return new long[] {line.carried(false), line.carried(true)};
    }
  }

  private void run(int seed, long[] carried, Check check, String... arguments) throws Exception {
    Random random = new Random(seed);
    boolean fromServer = random.nextInt(4) > 0;
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    // A script that gets to the server garbled is another script: that is not ours to notice.
    boolean garblesScripts = kind == Kind.GARBLE && arguments[0].equals("deploy");
    long size = carried[fromServer || garblesScripts ? 1 : 0];
    Fault fault =
        new Fault(kind, fromServer || garblesScripts, (long) (random.nextDouble() * size));
    try (FaultyLine line = FaultyLine.with(fault)) {
      cli.environment("PGHOST", "127.0.0.1").environment("PGPORT", "" + line.port());
      int code = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> cli.run(arguments));
      assertTrue(code == 0 || code == 1 || code == 3, () -> code + cli.out() + cli.err());
      assertFalse(cli.err().contains("\tat "), cli.err());
      // What is garbled can be anything at all; a line that breaks is foreseen.
      assertTrue(kind == Kind.GARBLE || !cli.err().contains("unforeseen"), cli.err());
      HarmlessText.check(cli.err());
      assertTrue(code == 0 || cli.err().contains("pgstow: "), cli.err());
      assertTrue(code == 0 || kind != Kind.DELAY, cli.err());
      failed += code == 0 ? 0 : 1;
      check.after(code == 0, fault);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + fault + "\n" + e.getMessage(), e);
    }
  }

  private static boolean isExact(Fault fault) {
    // Without TLS nothing tells that a byte of a value is another one.
    return fault.kind() != Kind.GARBLE;
  }

  private void exports(int from, int runs) throws Exception {
    String[] sources = {own(Sample.createDatabase()), own(Sample.createDatabase())};
    server.execute(
        sources[1], "UPDATE db_migrate.sql_actions SET content = content || E'\\n-- again'");
    String[][] commands = new String[2][];
    List<SortedMap<String, String>> trees = new ArrayList<>();
    Path packages = workspace.resolve("packages");
    for (int i = 0; i < 2; i++) {
      commands[i] =
          new String[] {
            "export", "-d", sources[i], "--database-id", "pets", "--author", "A <a@b.c>"
          };
      soundly(commands[i]);
      trees.add(content(packages));
    }
    long[] carried = measure(commands[1]);
    for (int seed = from; seed < from + runs; seed++) {
      int other = content(packages).equals(trees.get(1)) ? 0 : 1;
      run(
          seed,
          carried,
          (done, fault) -> {
            SortedMap<String, String> now = content(packages);
            if (!done || isExact(fault)) {
              assertEquals(trees.get(done ? other : 1 - other), now);
            }
            assertEquals(trees.get(0).keySet(), now.keySet());
          },
          commands[other]);
      soundly(commands[other]);
      assertEquals(trees.get(other), content(packages), "seed " + seed);
    }
  }

  /** All but where it came from, which the port of the line is part of. */
  private static SortedMap<String, String> content(Path packages) {
    SortedMap<String, String> files = Trees.read(packages);
    files.replaceAll(
        (name, text) -> name.endsWith(".pgstow.json") ? text.replaceAll("\"source\".*", "") : text);
    return files;
  }

  private void dumps(int from, int runs) throws Exception {
    String[] sources = {own(server.createDatabase()), own(server.createDatabase())};
    String[][] commands = new String[2][];
    List<SortedMap<String, String>> trees = new ArrayList<>();
    Path schema = workspace.resolve("schema");
    for (int i = 0; i < 2; i++) {
      StringBuilder sql = new StringBuilder("CREATE SCHEMA s" + i + ";");
      for (int n = 0; n < 40; n++) {
        sql.append("CREATE TABLE t%d (a integer PRIMARY KEY, b text DEFAULT '%d');".formatted(n, i))
            .append("CREATE VIEW v%1$d AS SELECT a FROM t%1$d;".formatted(n));
      }
      server.execute(sources[i], sql.toString());
      commands[i] = new String[] {"dump", "-d", sources[i], "--force"};
      soundly(commands[i]);
      trees.add(withoutManifest(schema));
    }
    long[] carried = measure(commands[1]);
    for (int seed = from; seed < from + runs; seed++) {
      int other = withoutManifest(schema).equals(trees.get(1)) ? 0 : 1;
      run(
          seed,
          carried,
          (done, fault) -> {
            if (!done || isExact(fault)) {
              assertEquals(trees.get(done ? other : 1 - other), withoutManifest(schema));
            }
          },
          commands[other]);
      soundly(commands[other]);
      assertEquals(trees.get(other), withoutManifest(schema), "seed " + seed);
    }
  }

  private static SortedMap<String, String> withoutManifest(Path folder) {
    SortedMap<String, String> files = Trees.read(folder);
    files.remove("manifest.json");
    return files;
  }

  private void data(int from, int runs) throws Exception {
    try (RowsDatabase rows = RowsDatabase.of("shop.sql")) {
      soundly("data", "-d", rows.name(), "--output-dir", "whole");
      SortedMap<String, String> whole = withoutMetadata(workspace.resolve("whole"));
      long[] carried = measure("data", "-d", rows.name(), "--output-dir", "measured");
      for (int seed = from; seed < from + runs; seed++) {
        String folder = "data-" + seed;
        Path path = workspace.resolve(folder);
        String jobs = "" + (1 + seed % 3);
        String[] command = {
          "data", "-d", rows.name(), "--output-dir", folder, "--jobs", jobs, "--resume"
        };
        run(
            seed,
            carried,
            (done, fault) -> {
              assertEquals(done, Files.exists(path.resolve("metadata.json")));
              for (String file : withoutMetadata(path).keySet()) {
                if (isExact(fault) && !file.startsWith(".")) {
                  assertEquals(whole.get(file), withoutMetadata(path).get(file), file);
                }
              }
              if (done) {
                soundly("data", "verify", folder);
              } else if (isExact(fault)) {
                soundly(command);
                assertEquals(whole, withoutMetadata(path));
              }
            },
            command);
      }
    }
  }

  private static SortedMap<String, String> withoutMetadata(Path folder) {
    SortedMap<String, String> files = Trees.read(folder);
    files.remove("metadata.json");
    return files;
  }

  private void deployments(int from, int runs) throws Exception {
    String source = own(server.createDatabase());
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      sql.append("CREATE TABLE t").append(i).append(" (a integer);");
    }
    server.execute(source, sql.toString());
    String[] dump = {
      "dump", "-d", source, "--layout", "package", "--module", "m", "--author", "A <a@b.c>"
    };
    soundly(dump);
    long[] carried = measure("deploy", "m", "-d", own(server.createDatabase()));
    for (int seed = from; seed < from + runs; seed++) {
      String target = server.createDatabase();
      try {
        run(
            seed,
            carried,
            (done, fault) -> {
              int tables = tables(target);
              assertTrue(done ? tables == 20 : tables == 0 || tables == 20, tables + cli.err());
            },
            "deploy",
            "m",
            "-d",
            target);
        soundly("deploy", "m", "-d", target);
        assertEquals(20, tables(target));
      } finally {
        server.dropDatabase(target);
      }
    }
  }

  /** How many tables there are, once nobody else is at work there; the ledger must say so too. */
  private int tables(String database) throws Exception {
    String others =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    while (count(database, others) > 0) {
      Thread.sleep(10);
    }
    int tables = count(database, "SELECT count(*) FROM pg_tables WHERE tablename ~ '^t[0-9]+$'");
    boolean ledger =
        count(database, "SELECT count(*) FROM pg_namespace WHERE nspname = 'pgpm_migrate'") > 0;
    String changes = "SELECT count(*) FROM pgpm_migrate.changes WHERE change_name LIKE '%/table'";
    assertEquals(tables, ledger ? count(database, changes) : 0);
    return tables;
  }

  private int count(String database, String sql) throws Exception {
    try (var connection = server.connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private interface Runs {
    void from(int seed, int runs) throws Exception;
  }

  private void many(Runs runs, int seed) throws Exception {
    if (SEED != null) {
      runs.from(SEED, 1);
    } else {
      runs.from(seed, MANY);
      assertTrue(failed > MANY / 3, failed + " failed");
    }
  }

  @Test
  void exportsOnFaultyLines() throws Exception {
    exports(1, FEW);
  }

  @Test
  void dumpsOnFaultyLines() throws Exception {
    dumps(1, FEW);
  }

  @Test
  void dataOnFaultyLines() throws Exception {
    data(1, FEW);
  }

  @Test
  void deploymentsOnFaultyLines() throws Exception {
    deployments(1, FEW);
  }

  @Test
  @Tag("thorough")
  void manyExports() throws Exception {
    many(this::exports, 1_000);
  }

  @Test
  @Tag("thorough")
  void manyDumps() throws Exception {
    many(this::dumps, 2_000);
  }

  @Test
  @Tag("thorough")
  void muchData() throws Exception {
    many(this::data, 3_000);
  }

  @Test
  @Tag("thorough")
  void manyDeployments() throws Exception {
    many(this::deployments, 4_000);
  }
}
