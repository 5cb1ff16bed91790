package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signals to the real program while it deploys, reverts or looks. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class InterruptedLifecycleTest {
  private static final List<String> CHANGES = List.of("one", "two", "three");

  @TempDir Path temp;

  private Path workspace;
  private String database;

  @BeforeEach
  void create() throws IOException {
    database = TestServer.shared().createDatabase();
    workspace = Files.createDirectory(temp.resolve("ws"));
    write(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    Path module = workspace.resolve("packages/shop");
    write(module.resolve("shop.control"), "default_version = '0.0.1'\n");
    StringBuilder plan = new StringBuilder("%syntax-version=1.0.0\n%project=shop\n\n");
    for (String change : CHANGES) {
      plan.append(change).append(" 2017-08-11T08:11:51Z A <a@example.com> # add\n");
      write(module.resolve("deploy/" + change + ".sql"), "CREATE TABLE " + change + " ();");
      write(module.resolve("revert/" + change + ".sql"), "DROP TABLE " + change + ";");
    }
    write(module.resolve("pgpm.plan"), plan.toString());
  }

  @AfterEach
  void drop() {
    TestServer.shared().dropDatabase(database);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void slow(String kind, String change) throws IOException {
    Path script = workspace.resolve("packages/shop").resolve(kind).resolve(change + ".sql");
    write(script, Files.readString(script) + "\nSELECT pg_sleep(100);\n");
  }

  private void deploy() {
    Cli cli = new Cli(workspace).environment("PGDATABASE", database);
    assertEquals(0, cli.run("deploy", "shop"), () -> cli.err());
  }

  private List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private List<String> tables() throws SQLException {
    return query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  }

  private List<String> ledger() throws SQLException {
    return query("SELECT change_name FROM pgpm_migrate.changes ORDER BY change_name");
  }

  /** Starts the program, sends the signal once it waits in the server, and gives what it said. */
  private String signalled(String signal, int exit, String wait, String... arguments)
      throws Exception {
    TestServer server = TestServer.shared();
    Process process =
        new ProgramProcess(workspace)
            .takesInterrupts()
            .environment("PGHOST", server.host)
            .environment("PGPORT", "" + server.port)
            .environment("PGUSER", server.user)
            .environment("PGPASSWORD", server.password)
            .environment("PGDATABASE", database)
            .start(arguments);
    try {
      while (query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND " + wait)
          .isEmpty()) {
        assertTrue(process.isAlive(), () -> err());
        Thread.sleep(20);
      }
      Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
      assertEquals(0, kill.waitFor());
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(exit, process.exitValue(), this::err);
    assertEquals(
        List.of(),
        query(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
                + " AND state = 'active'"));
    return err();
  }

  private String err() {
    try {
      return Files.readString(temp.resolve("ws.err"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String ASLEEP = "wait_event = 'PgSleep'";

  @Test
  void anInterruptedDeploymentIsRolledBack() throws Exception {
    isRolledBack("INT", 130);
  }

  @Test
  @Tag("thorough")
  void aTerminatedDeploymentIsRolledBack() throws Exception {
    isRolledBack("TERM", 143);
  }

  private void isRolledBack(String signal, int exit) throws Exception {
    slow("deploy", "two");
    String said = signalled(signal, exit, ASLEEP, "deploy", "shop", "--yes");
    assertTrue(said.contains("Cancelled while deploying shop:two."), said);
    assertTrue(said.contains("The module shop was rolled back"), said);
    assertEquals(List.of(), tables());
    assertEquals(List.of(), ledger());
  }

  @Test
  @Tag("thorough")
  void withoutATransactionWhatStaysIsSaid() throws Exception {
    slow("deploy", "two");
    String said = signalled("INT", 130, ASLEEP, "deploy", "shop", "--no-tx");
    assertTrue(said.contains("shop:two counts as unfinished"), said);
    assertEquals(List.of("one", "two"), tables());
    assertEquals(List.of("one"), ledger());
  }

  @Test
  void anInterruptedRevertIsRolledBack() throws Exception {
    deploy();
    slow("revert", "two");
    String said = signalled("INT", 130, ASLEEP, "revert", "shop", "--all", "--yes");
    assertTrue(said.contains("Nothing was reverted"), said);
    assertEquals(List.of("one", "three", "two"), tables());
    assertEquals(List.of("one", "three", "two"), ledger());
  }

  @Test
  void statusCanBeInterruptedToo() throws Exception {
    canBeInterruptedWhileLooking("status", "shop");
  }

  @Test
  @Tag("thorough")
  void aRevertCanBeInterruptedWhileItLooks() throws Exception {
    canBeInterruptedWhileLooking("revert", "shop", "--yes");
  }

  private void canBeInterruptedWhileLooking(String... command) throws Exception {
    deploy();
    try (Connection connection = TestServer.shared().connect(database);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE pgpm_migrate.changes");
      String said = signalled("TERM", 143, "wait_event_type = 'Lock'", command);
      assertTrue(said.contains("Cancelled."), said);
    }
    assertEquals(CHANGES.size(), ledger().size());
  }
}
