package dev.pgstow.migrate;

import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.List;

/** Runs the revert scripts of a module's changes. */
final class ModuleRevert {
  private final RevertRequest request;
  private final ModulePlan plan;
  private final ChangeRunner runner;
  private final ProgressListener listener;

  ModuleRevert(
      RevertRequest request, ModulePlan plan, ChangeRunner runner, ProgressListener listener) {
    this.request = request;
    this.plan = plan;
    this.runner = runner;
    this.listener = listener;
  }

  static Script script(ModulePlan plan, String change, ChangeRunner runner) {
    return Script.of(
        ScriptFile.read(plan.script(ScriptKind.REVERT, change)), runner.standardConforming());
  }

  void run(List<String> changes) {
    ForeignKeys keys = new ForeignKeys(runner.session());
    if (request.has(DeployOption.NO_TRANSACTION)) {
      for (int i = 0; i < changes.size(); i++) {
        one(changes, i, keys);
      }
      keys.check(plan.name());
      return;
    }
    runner.session().execute("BEGIN", "beginning a transaction");
    boolean committed = false;
    try {
      for (int i = 0; i < changes.size(); i++) {
        one(changes, i, keys);
      }
      keys.check(plan.name());
      runner.checkCancelled();
      runner.session().execute("COMMIT", "committing the revert of " + plan.name());
      committed = true;
    } finally {
      if (!committed) {
        runner.rollBack();
      }
    }
  }

  private void one(List<String> changes, int index, ForeignKeys keys) {
    runner.checkCancelled();
    final long start = System.nanoTime();
    String change = changes.get(index);
    listener.on(
        new ProgressEvent.ChangeStarted(
            Activity.REVERT, plan.name(), change, index + 1, changes.size()));
    Script script = script(plan, change, runner);
    List<String> record = List.of(Ledger.recordRevert(plan.name(), change));
    if (request.has(DeployOption.LOG_ONLY)) {
      script = script.withoutStatements();
    }
    if (request.has(DeployOption.NO_TRANSACTION)) {
      runner.oneByOne(
          ScriptKind.REVERT,
          plan.name(),
          change,
          script,
          record,
          new Aftermath(
              "What ran before it took effect and stays.",
              "Complete it by hand, then revert again."));
      if (script.usesReplicaRole() && !request.has(DeployOption.LOG_ONLY)) {
        keys.written(WrittenNames.of(script));
      }
    } else {
      boolean replica = script.usesReplicaRole() && !request.has(DeployOption.LOG_ONLY);
      if (replica) {
        keys.before();
      }
      runner.together(
          ScriptKind.REVERT,
          plan.name(),
          change,
          script,
          record,
          new Aftermath("Nothing was reverted.", "Correct the script, then revert again."));
      if (replica) {
        keys.after();
      }
    }
    listener.on(
        new ProgressEvent.ChangeFinished(
            Activity.REVERT, plan.name(), change, Duration.ofNanos(System.nanoTime() - start)));
  }
}
