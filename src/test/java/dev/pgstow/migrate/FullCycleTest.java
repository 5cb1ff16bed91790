package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullCycleTest {
  @TempDir Path root;

  @AfterEach
  void noScratchDatabaseIsLeft() {
    assertEquals(
        List.of(),
        Target.databases().list().stream().filter(it -> it.startsWith("pgstow_scratch_")).toList());
  }

  private CycleRequest request(boolean continueOnFail, String... modules) {
    return new CycleRequest(
        Workspace.find(root),
        List.of(modules),
        true,
        continueOnFail,
        Set.of(),
        SessionLimits.none());
  }

  private CycleResult run(boolean continueOnFail, String... modules) {
    return new FullCycle(ScratchServer.on(Target.databases()))
        .run(request(continueOnFail, modules), ProgressListener.none());
  }

  @Test
  void modulesThatCanBeRevertedPass() {
    TestModule.in(root, "base").table("x");
    TestModule.in(root, "app", "base").table("a [base:x]").table("b");
    CycleResult result = run(false, "base", "app");
    assertEquals(Optional.empty(), result.failure());
    assertEquals(
        List.of(1, 2), result.modules().stream().map(CycleResult.Module::changes).toList());
    assertEquals(CycleResult.Step.DONE, result.modules().get(1).step());
  }

  @Test
  void theStepThatFailsIsTold() {
    TestModule.in(root, "a").change("x", "SELECT 1/0;");
    TestModule.in(root, "b").change("x", "SELECT 1;", "", "SELECT 1/0;");
    TestModule.in(root, "c").change("x", "SELECT 1;", "SELECT 1/0;", "");
    TestModule.in(root, "d").change("x", "CREATE TABLE x ();", "", "");
    TestModule.in(root, "e").table("x");
    CycleResult result = run(true, "a", "b", "c", "d", "e");
    assertEquals(
        List.of(
            CycleResult.Step.DEPLOY,
            CycleResult.Step.VERIFY,
            CycleResult.Step.REVERT,
            CycleResult.Step.DEPLOY_AGAIN,
            CycleResult.Step.DONE),
        result.modules().stream().map(CycleResult.Module::step).toList());
    Failure failure = result.failure().orElseThrow();
    assertEquals("cycle-failed", failure.ident());
    assertEquals(ExitCode.VERIFICATION, failure.exitCode());
    assertTrue(failure.getMessage().contains("c failed to revert: "), failure.getMessage());
    assertEquals(1, run(false, "a", "b").modules().size());
  }

  @Test
  void cancellingDropsTheDatabaseToo() {
    TestModule.in(root, "app").table("a").change("b", "SELECT pg_sleep(50);");
    FullCycle cycle = new FullCycle(ScratchServer.on(Target.databases()));
    ProgressListener cancels =
        event -> {
          if (event instanceof ProgressEvent.ChangeStarted started
              && started.change().equals("b")) {
            new Thread(cycle::cancel).start();
          }
        };
    Failure failure =
        Assertions.assertThrows(Failure.class, () -> cycle.run(request(true, "app"), cancels));
    assertEquals("interrupted", failure.ident());
  }
}
