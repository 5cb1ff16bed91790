package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConcurrencyTest {
  @TempDir Path root;
  private Target target;

  @BeforeEach
  void create() {
    target = Target.create(root);
  }

  @AfterEach
  void drop() {
    target.close();
  }

  private SessionLimits locks(int millis) {
    return new SessionLimits(Optional.empty(), Optional.of(Duration.ofMillis(millis)));
  }

  /** Deploys on another thread, and is inside its change when this returns. */
  private CompletableFuture<DeployResult> start(Deployer deployer, String change)
      throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    ProgressListener listener =
        event -> {
          if (event instanceof ProgressEvent.ChangeStarted started
              && started.change().equals(change)) {
            inside.countDown();
          }
        };
    CompletableFuture<DeployResult> result =
        CompletableFuture.supplyAsync(() -> deployer.run(target.request("app"), listener));
    assertTrue(inside.await(30, TimeUnit.SECONDS));
    return result;
  }

  private void awaitSleep() throws InterruptedException {
    String sleeping =
        "SELECT pid FROM pg_stat_activity WHERE datname = '"
            + target.name()
            + "' AND wait_event = 'PgSleep'";
    while (target.query(sleeping).isEmpty()) {
      Thread.sleep(10);
    }
  }

  @Test
  void twoDeploymentsWaitForEachOtherOrFailClearly() throws Exception {
    TestModule.in(root, "app").table("a").change("b", "SELECT pg_sleep(1.5);");
    CompletableFuture<DeployResult> first = start(new Deployer(Target.databases()), "b");
    awaitSleep();
    Failure failure = target.fails(() -> target.run(target.request("app").within(locks(50))));
    assertEquals("deploy-running", failure.ident());
    assertTrue(failure.getMessage().contains("process "), failure.getMessage());
    List<String> warnings = new ArrayList<>();
    DeployResult second =
        new Deployer(Target.databases()).run(target.request("app"), Target.warnings(warnings));
    assertEquals(0, second.deployed());
    assertTrue(warnings.get(0).contains("waiting"), warnings.toString());
    assertEquals(2, first.get().deployed());
  }

  @Test
  void aScriptThatLetsGoOfTheLockDoesNotLetOthersIn() throws Throwable {
    TestModule.in(root, "app")
        .change("a", "DISCARD ALL; SELECT pg_advisory_unlock_all();")
        .change("b", "SELECT pg_sleep(50);");
    isHeldOnTo(
        CompletableFuture.supplyAsync(() -> target.deploy("app", DeployOption.NO_TRANSACTION)));
    assertEquals(List.of("app:a"), target.ledger());
  }

  @Test
  void norInsideATransactionOrBehindIt() throws Throwable {
    TestModule.in(root, "base").change("a", "SELECT pg_advisory_unlock_all(), pg_sleep(50);");
    isHeldOnTo(CompletableFuture.supplyAsync(() -> target.deploy("base")));
    TestModule.in(root, "base").change("a", "SELECT pg_advisory_unlock_all();");
    TestModule.in(root, "app", "base").change("b", "SELECT pg_sleep(50);");
    isHeldOnTo(CompletableFuture.supplyAsync(() -> target.deploy("app")));
    assertEquals(List.of("base:a"), target.ledger());
  }

  private void isHeldOnTo(CompletableFuture<DeployResult> running) throws Throwable {
    awaitSleep();
    SessionLimits limits = new SessionLimits(Optional.empty(), Optional.of(Duration.ofMillis(50)));
    assertEquals(
        "deploy-running",
        target.fails(() -> target.run(target.request("app").within(limits))).ident());
    target.query(
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database()");
    target.fails(() -> join(running));
  }

  @Test
  void cancellingRollsBack() throws Exception {
    TestModule.in(root, "app").table("a").change("b", "SELECT pg_sleep(50);");
    Deployer deployer = new Deployer(Target.databases());
    CompletableFuture<DeployResult> running = start(deployer, "b");
    awaitSleep();
    deployer.cancel();
    Failure failure = target.fails(() -> join(running));
    assertEquals("interrupted", failure.ident());
    assertEquals(ExitCode.INTERRUPTED, failure.exitCode());
    assertTrue(failure.getMessage().contains("app:b"), failure.getMessage());
    assertEquals(List.of(), target.tables());
    assertEquals(List.of(), target.ledger());
    assertEquals(
        "interrupted", target.fails(() -> deployer.run(target.request("app"), e -> {})).ident());
  }

  private static void join(CompletableFuture<DeployResult> running) throws Throwable {
    try {
      running.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause();
    }
  }

  @Test
  void timeoutsHold() {
    TestModule.in(root, "app").change("a", "SELECT pg_sleep(50);");
    Failure failure =
        target.fails(
            () ->
                target.run(
                    target
                        .request("app")
                        .within(
                            new SessionLimits(
                                Optional.of(Duration.ofMillis(50)), Optional.empty()))));
    assertEquals("statement-timeout", failure.ident());
    assertEquals("57014", ((ScriptFailure) failure).error().sqlState());
    assertEquals(
        "bad-timeout",
        target
            .fails(() -> new SessionLimits(Optional.of(Duration.ofDays(99)), Optional.empty()))
            .ident());
  }

  @Test
  void aLostConnectionIsSaidAndLeavesTheModuleAsItWas() throws Exception {
    TestModule.in(root, "app").table("a").change("b", "SELECT pg_sleep(50);");
    CompletableFuture<DeployResult> running = start(new Deployer(Target.databases()), "b");
    awaitSleep();
    target.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database()");
    Failure failure = target.fails(() -> join(running));
    assertEquals("connection-lost", failure.ident());
    assertEquals(List.of(), target.tables());
    assertEquals(
        List.of("app:b"),
        target.query(
            "SELECT package || ':' || change_name FROM pgpm_migrate.events WHERE error_code IS NOT"
                + " NULL"));
  }
}
