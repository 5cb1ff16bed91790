package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an export while it reads: other sessions, other exports, signals, the server. */
@Timeout(120)
class InterruptedExportTest {
  private static GatedSource source;

  @TempDir Path temp;

  private Path workspace;
  private Cli cli;

  @BeforeAll
  static void load() throws SQLException {
    source = new GatedSource();
  }

  @AfterAll
  static void drop() throws SQLException {
    source.close();
  }

  @BeforeEach
  void init() throws IOException {
    workspace = Files.createDirectory(temp.resolve("ws"));
    Files.createDirectory(workspace.resolve("packages"));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    cli = new Cli(workspace);
  }

  private int export(Cli by) {
    return by.export(source.database, "--database-id", "pets");
  }

  private SortedMap<String, String> packages() {
    return Trees.read(workspace.resolve("packages"));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(workspace.resolve("packages"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Starts an export in this process; it waits at the gate. */
  private CompletableFuture<Integer> exportToTheGate() throws Exception {
    source.shut();
    CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> export(cli));
    try {
      source.awaitReader();
    } catch (AssertionError e) {
      source.open();
      throw new AssertionError(cli.err(), e);
    }
    return exit;
  }

  @Test
  void whatChangesWhileItReadsDoesNotShow() throws Exception {
    assertEquals(0, export(cli), () -> cli.err());
    SortedMap<String, String> before = packages();
    CompletableFuture<Integer> exit = exportToTheGate();
    try {
      source.execute(
          """
          UPDATE metaschema_public.field SET description = 'changed meanwhile';
          UPDATE metaschema_public.database SET label = 'changed meanwhile';
          UPDATE db_migrate.actions_behind SET content = content || ' -- changed meanwhile';
          """);
    } finally {
      source.open();
    }
    assertEquals(0, exit.get(1, TimeUnit.MINUTES), () -> cli.err());
    assertEquals(before, packages());
    assertEquals(0, export(cli), () -> cli.err());
    assertTrue(packages().values().stream().anyMatch(it -> it.contains("changed meanwhile")));
  }

  @Test
  void aSecondExportToTheSamePlaceIsRefused() throws Exception {
    CompletableFuture<Integer> first = exportToTheGate();
    try {
      Cli second = new Cli(workspace);
      assertEquals(1, export(second), second::err);
      assertTrue(second.err().contains("Another export is writing to"), second::err);
    } finally {
      source.open();
    }
    assertEquals(0, first.get(1, TimeUnit.MINUTES), () -> cli.err());
    assertTrue(packages().containsKey("pets/pgpm.plan"));
  }

  @Test
  void aLostConnectionLeavesNothing() throws Exception {
    source.shut();
    CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> export(cli));
    try {
      source.execute("SELECT pg_terminate_backend(" + source.awaitReader() + ")");
      assertEquals(1, exit.get(1, TimeUnit.MINUTES));
    } finally {
      source.open();
    }
    assertTrue(cli.err().contains("connection to the server is gone"), () -> cli.err());
    assertTrue(cli.err().contains("db_migrate.sql_actions"), () -> cli.err());
    assertEquals(List.of(), left());
  }

  @Test
  void aStatementTimeoutLeavesNothing() throws Exception {
    source.shut();
    try {
      cli.environment("PGOPTIONS", "-c statement_timeout=300");
      assertEquals(1, export(cli));
    } finally {
      source.open();
    }
    assertTrue(cli.err().contains("statement timeout"), () -> cli.err());
    assertTrue(cli.err().contains("PGOPTIONS"), () -> cli.err());
    assertEquals(new TreeMap<>(), packages());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void sigtermEndsItWithNothingLeft() throws Exception {
    source.shut();
    Process process = start();
    try {
      source.awaitReader();
      process.destroy();
      assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    } finally {
      source.open();
      process.destroyForcibly();
    }
    String err = Files.readString(temp.resolve("ws.err"));
    assertEquals(143, process.exitValue(), err);
    assertTrue(err.contains("Cancelled. Nothing was changed"), err);
    assertEquals(List.of(), left());
    source.assertNoSessions();
  }

  private Process start() {
    TestServer server = TestServer.shared();
    return new ProgramProcess(workspace)
        .environment("PGHOST", server.host)
        .environment("PGPORT", "" + server.port)
        .environment("PGUSER", server.user)
        .environment("PGPASSWORD", server.password)
        .start("export", "-d", source.database, "--database-id", "pets", "--author", "A <a@b.c>");
  }
}
