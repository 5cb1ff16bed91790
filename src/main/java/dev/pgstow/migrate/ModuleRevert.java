package dev.pgstow.migrate;

import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Runs the revert scripts of a module's changes. */
final class ModuleRevert {
  private static final Aftermath NOTHING =
      new Aftermath("Nothing was reverted.", "Correct the script, then revert again.");
  private static final Aftermath STAYS =
      new Aftermath(
          "What ran before it took effect and stays.", "Complete it by hand, then revert again.");

  private final RevertRequest request;
  private final ModulePlan plan;
  private final ChangeRunner runner;
  private final ProgressListener listener;
  private final ForeignKeys keys;
  private Optional<String> lastReplica = Optional.empty();

  ModuleRevert(
      RevertRequest request, ModulePlan plan, ChangeRunner runner, ProgressListener listener) {
    this.request = request;
    this.plan = plan;
    this.runner = runner;
    this.listener = listener;
    this.keys = new ForeignKeys(runner.session());
  }

  static Script script(ModulePlan plan, String change, ChangeRunner runner) {
    return Script.of(
        ScriptFile.read(plan.script(ScriptKind.REVERT, change)), runner.standardConforming());
  }

  /**
   * Runs them.
   *
   * @param replicaEnd index of the last change whose script switches foreign keys off; -1 if none
   *     does
   */
  void run(List<String> changes, int replicaEnd) {
    if (request.has(DeployOption.NO_TRANSACTION)) {
      for (int i = 0; i < changes.size(); i++) {
        boolean replicaEnded = i >= replicaEnd;
        one(changes, i, (change, script) -> alone(change, script, replicaEnded));
      }
      return;
    }
    runner.session().execute(DeployLock.BEGIN, "beginning a transaction");
    boolean committed = false;
    try {
      for (int i = 0; i < changes.size(); i++) {
        one(changes, i, this::together);
      }
      lastReplica.ifPresent(it -> keys.check(plan.name(), it, file(it), NOTHING));
      runner.checkCancelled();
      String last = changes.get(changes.size() - 1);
      runner.commit(ScriptKind.REVERT, plan.name(), last, file(last), NOTHING);
      committed = true;
    } finally {
      if (!committed) {
        runner.rollBack();
      }
    }
  }

  private void one(List<String> changes, int index, BiConsumer<String, Script> run) {
    runner.checkCancelled();
    final long start = System.nanoTime();
    String change = changes.get(index);
    listener.on(
        new ProgressEvent.ChangeStarted(
            Activity.REVERT, plan.name(), change, index + 1, changes.size()));
    Script script = script(plan, change, runner);
    run.accept(change, request.has(DeployOption.LOG_ONLY) ? script.withoutStatements() : script);
    listener.on(
        new ProgressEvent.ChangeFinished(
            Activity.REVERT, plan.name(), change, Duration.ofNanos(System.nanoTime() - start)));
  }

  private void together(String change, Script script) {
    boolean replica = usesReplicaRole(script);
    if (replica) {
      lastReplica = Optional.of(change);
      keys.before();
    }
    List<String> record = List.of(Ledger.recordRevert(plan.name(), change));
    runner.together(ScriptKind.REVERT, plan.name(), change, script, record, NOTHING);
    if (replica) {
      keys.after();
    }
  }

  private void alone(String change, Script script, boolean replicaEnded) {
    runner.oneByOne(ScriptKind.REVERT, plan.name(), change, script, STAYS);
    if (script.mayUnlock()) {
      DeployLock.retake(runner.session(), listener);
    }
    if (usesReplicaRole(script)) {
      keys.written(WrittenNames.of(script));
    }
    if (replicaEnded) {
      keys.check(plan.name(), change, file(change), STAYS);
    }
    String record = Ledger.recordRevert(plan.name(), change);
    runner.record(ScriptKind.REVERT, plan.name(), change, script, record, STAYS);
  }

  private boolean usesReplicaRole(Script script) {
    return script.mayUseReplicaRole() && !request.has(DeployOption.LOG_ONLY);
  }

  private Path file(String change) {
    return plan.script(ScriptKind.REVERT, change);
  }
}
