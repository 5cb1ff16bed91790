package dev.pgstow.migrate;

import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The pending changes of one module, inside the transaction that is open. */
final class ModuleTransaction {
  /** Changes recorded at once; each holds its names only. */
  private static final int RECORDS = 1_000;

  private final ChangeRunner runner;
  private final Ledger ledger;
  private final ProgressListener listener;
  private final PendingModule module;
  private final boolean logOnly;
  private final ScriptQueue queue;
  private final ForeignKeys keys;
  private final ServerClock clock;
  private final List<LedgerRecord> records = new ArrayList<>();
  private final Aftermath afterwards;
  private Optional<PendingChange> lastReplica = Optional.empty();
  private boolean unlocked;

  ModuleTransaction(
      DeployRequest request,
      ChangeRunner runner,
      Ledger ledger,
      ProgressListener listener,
      PendingModule module) {
    this.runner = runner;
    this.ledger = ledger;
    this.listener = listener;
    this.module = module;
    this.logOnly = request.has(DeployOption.LOG_ONLY);
    this.queue = new ScriptQueue(runner);
    this.keys = new ForeignKeys(runner.session());
    this.clock = ServerClock.of(runner.session());
    this.afterwards =
        new Aftermath(
            "The module "
                + module.name()
                + " was rolled back: the database is as it was before it.",
            "Correct the script, then deploy again.");
  }

  /** Runs and records all of them, and checks foreign keys. Does not commit. */
  void run(Function<PendingChange, Script> read) {
    int total = module.pending().size();
    for (int i = 0; i < total; i++) {
      PendingChange change = module.pending().get(i);
      Script script = read.apply(change);
      boolean replica = !logOnly && script.mayUseReplicaRole();
      if (replica || script.readsLedger()) {
        flush();
        record();
      }
      runner.checkCancelled();
      listener.on(
          new ProgressEvent.ChangeStarted(
              Activity.DEPLOY, module.name(), change.name(), i + 1, total));
      if (replica) {
        lastReplica = Optional.of(change);
        keys.before();
      }
      queue.add(change, script);
      if (replica || queue.isFull()) {
        flush();
      }
      if (replica) {
        keys.after();
      }
    }
    flush();
    record();
    lastReplica.ifPresent(it -> keys.check(module.name(), it.name(), it.script(), afterwards));
  }

  /** Commits, the session's lock in its hands again. */
  void commit() {
    if (unlocked) {
      DeployLock.retake(runner.session(), listener);
    }
    List<PendingChange> changes = module.pending();
    if (changes.isEmpty()) {
      runner.session().execute("COMMIT", "committing the module " + module.name());
      return;
    }
    PendingChange last = changes.get(changes.size() - 1);
    runner.commit(ScriptKind.DEPLOY, module.name(), last.name(), last.script(), afterwards);
  }

  private void flush() {
    final long start = System.nanoTime();
    List<ScriptQueue.Entry> done = queue.flush(afterwards);
    long each = (System.nanoTime() - start) / Math.max(1, done.size());
    for (ScriptQueue.Entry entry : done) {
      PendingChange change = entry.change();
      unlocked |= !logOnly && entry.script().mayUnlock();
      records.add(
          new LedgerRecord(
              change.module(),
              change.name(),
              entry.script().hash(),
              change.requires(),
              clock.now()));
      listener.on(
          new ProgressEvent.ChangeFinished(
              Activity.DEPLOY, change.module(), change.name(), Duration.ofNanos(each)));
    }
    if (records.size() >= RECORDS) {
      record();
    }
  }

  private void record() {
    ledger.deployed(records);
    records.clear();
  }
}
