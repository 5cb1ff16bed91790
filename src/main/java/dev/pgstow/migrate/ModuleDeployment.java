package dev.pgstow.migrate;

import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Deploys the pending changes of one module after another. */
final class ModuleDeployment {
  private final DeployRequest request;
  private final ChangeRunner runner;
  private final Ledger ledger;
  private final ScriptSurvey survey;
  private final FailureLog log;
  private final ProgressListener listener;
  private final List<String> extensions = new ArrayList<>();
  private int dropped;

  ModuleDeployment(
      DeployRequest request,
      ChangeRunner runner,
      Ledger ledger,
      ScriptSurvey survey,
      FailureLog log,
      ProgressListener listener) {
    this.request = request;
    this.runner = runner;
    this.ledger = ledger;
    this.survey = survey;
    this.log = log;
    this.listener = listener;
  }

  /** The extensions that were created. */
  List<String> extensions() {
    return extensions;
  }

  /** How many transaction statements of scripts were left out. */
  int dropped() {
    return dropped;
  }

  /** Deploys a module. */
  DeployResult.Module run(PendingModule module) {
    long start = System.nanoTime();
    if (!module.pending().isEmpty() || !request.has(DeployOption.LOG_ONLY)) {
      try {
        if (request.has(DeployOption.NO_TRANSACTION) && !request.has(DeployOption.LOG_ONLY)) {
          withoutTransaction(module);
        } else {
          inTransaction(module);
        }
      } catch (ScriptFailure e) {
        log.add(ScriptKind.DEPLOY, e.error());
        throw e;
      }
    }
    int count = module.pending().size();
    if (count > 0) {
      listener.on(
          new ProgressEvent.ModuleFinished(Activity.DEPLOY, module.name(), count, since(start)));
    }
    return new DeployResult.Module(
        module.name(),
        module.pending().stream().map(PendingChange::name).toList(),
        module.deployed().size());
  }

  private void inTransaction(PendingModule module) {
    runner.session().execute(DeployLock.BEGIN, "beginning a transaction");
    boolean committed = false;
    try {
      List<String> created = createExtensions(module);
      ModuleTransaction transaction =
          new ModuleTransaction(request, runner, ledger, listener, module);
      transaction.run(this::read);
      runner.checkCancelled();
      transaction.commit();
      committed = true;
      extensions.addAll(created);
    } finally {
      if (!committed) {
        runner.rollBack();
      }
    }
  }

  private Script read(PendingChange change) {
    Script script =
        survey
            .shelf()
            .take(
                change,
                () -> Script.of(ScriptFile.read(change.script()), runner.standardConforming()));
    dropped += script.dropped().size();
    return request.has(DeployOption.LOG_ONLY) ? script.withoutStatements() : script;
  }

  private void withoutTransaction(PendingModule module) {
    extensions.addAll(createExtensions(module));
    ForeignKeys keys = new ForeignKeys(runner.session());
    int total = module.pending().size();
    for (int i = 0; i < total; i++) {
      PendingChange change = module.pending().get(i);
      runner.checkCancelled();
      long start = System.nanoTime();
      listener.on(
          new ProgressEvent.ChangeStarted(
              Activity.DEPLOY, module.name(), change.name(), i + 1, total));
      Script script = read(change);
      ledger.started(change.module(), change.name());
      Aftermath unfinished =
          new Aftermath(
              "What ran before it took effect and stays, and "
                  + change.qualified()
                  + " counts as unfinished.",
              "Undo or complete it by hand, then deploy again.");
      runner.oneByOne(ScriptKind.DEPLOY, change.module(), change.name(), script, unfinished);
      if (script.mayUnlock()) {
        DeployLock.retake(runner.session(), listener);
      }
      if (script.mayUseReplicaRole()) {
        keys.written(WrittenNames.of(script));
      }
      // Rows may come before what they point at, so long as a later script may still write that.
      if (i >= survey.lastReplica(module)) {
        keys.check(change.module(), change.name(), change.script(), unfinished);
      }
      runner.record(
          ScriptKind.DEPLOY,
          change.module(),
          change.name(),
          script,
          Ledger.recordDeploy(change.module(), change.name(), script.hash(), change.requires()),
          unfinished);
      listener.on(
          new ProgressEvent.ChangeFinished(
              Activity.DEPLOY, module.name(), change.name(), since(start)));
    }
  }

  private List<String> createExtensions(PendingModule module) {
    return request.has(DeployOption.LOG_ONLY)
        ? List.of()
        : new ExtensionInstaller(runner.session()).install(module.plan().resolved());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
