package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final int CHANGES = 120;

  @TempDir Path root;

  @BeforeEach
  void modules() {
    TestModule app = TestModule.in(root, "app", "base");
    TestModule base = TestModule.in(root, "base");
    for (int i = 0; i < CHANGES; i++) {
      base.change("b" + i, "CREATE TABLE b" + i + " ();");
      app.change("a" + i, "CREATE TABLE a" + i + " (); SELECT pg_sleep(0.005);");
    }
  }

  @Test
  void afterAKillLedgerAndCatalogAgree() throws Exception {
    assertTrue(kill(4) > 0, "one was hit in the middle");
  }

  @Test
  @Tag("thorough")
  void afterFiftyKillsLedgerAndCatalogAgree() throws Exception {
    assertTrue(kill(50) > 5, "some were hit in the middle");
  }

  /** How many were stopped before they had finished. */
  private int kill(int times) throws Exception {
    Random random = new Random(7);
    int hit = 0;
    for (int i = 0; i < times; i++) {
      try (Target target = Target.create(root)) {
        Process process = start(target);
        Thread.sleep(200 + random.nextInt(1_300));
        process.destroyForcibly().waitFor();
        awaitNobody(target);
        boolean begun =
            !target.query("SELECT 1 FROM pg_namespace WHERE nspname = 'pgpm_migrate'").isEmpty();
        List<String> ledger = begun ? target.ledger() : List.of();
        assertEquals(
            target.tables(),
            ledger.stream().map(it -> it.substring(it.indexOf(':') + 1)).sorted().toList());
        assertTrue(List.of(0, CHANGES, 2 * CHANGES).contains(ledger.size()), "" + ledger.size());
        hit += ledger.size() < 2 * CHANGES ? 1 : 0;
        target.deploy("app");
        assertEquals(2 * CHANGES, target.ledger().size());
        assertEquals(2 * CHANGES, target.tables().size());
      }
    }
    return hit;
  }

  @Test
  void withoutATransactionTheUnfinishedChangeIsNamed() throws Exception {
    TestModule.in(root, "app").table("a").change("b", "CREATE TABLE b (); SELECT pg_sleep(60);");
    try (Target target = Target.create(root)) {
      Process process = start(target, "no-tx");
      try {
        while (target
            .query(
                "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
                    + " AND datname = current_database()")
            .isEmpty()) {
          assertTrue(process.isAlive());
          Thread.sleep(20);
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertEquals(List.of("app:a"), target.ledger());
      assertEquals(List.of("a", "b"), target.tables());
      assertEquals(List.of("b"), target.status("app").unfinished());
    }
  }

  private static void awaitNobody(Target target) throws InterruptedException {
    // The server hears of it when it next talks to the client.
    while (!target
        .query(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'")
        .isEmpty()) {
      Thread.sleep(10);
    }
  }

  private Process start(Target target, String... more) throws IOException {
    TestServer server = TestServer.shared();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledDeployment.class.getName(),
                root.toString(),
                target.name()));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .put(
            "PGSTOW_TEST_PG",
            "postgresql://%s:%s@%s:%d/postgres"
                .formatted(server.user, server.password, server.host, server.port));
    Process process = builder.start();
    assertEquals('.', process.getInputStream().read());
    return process;
  }
}
