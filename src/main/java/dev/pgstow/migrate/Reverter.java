package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reverts deployed changes of a module. One run at a time; {@link #cancel()} from any thread. */
public final class Reverter {
  private final Databases databases;
  private final Cancellation cancellation;

  /** A reverter for databases of a server. */
  public Reverter(Databases databases) {
    this(databases, new Cancellation());
  }

  Reverter(Databases databases, Cancellation cancellation) {
    this.databases = databases;
    this.cancellation = cancellation;
  }

  /**
   * What {@link #run} would revert, in order; empty if nothing is deployed. Changes nothing.
   *
   * @throws Failure {@code module-unknown}, {@code reference-unknown}, {@code
   *     reference-not-deployed}, {@code revert-blocked}, {@code revert-unplanned}, {@code
   *     interrupted}
   */
  public List<String> preview(RevertRequest request) {
    try (Session session = cancellation.watch(databases.connect(request.database()))) {
      return new RevertPlanner(new Ledger(session))
          .plan(RevertPlanner.module(request), request.scope());
    } catch (Failure e) {
      throw cancellation.isCancelled() ? Cancellation.failure("Cancelled.") : e;
    } finally {
      cancellation.release();
    }
  }

  /**
   * Reverts, in one transaction unless asked otherwise, then runs the verify scripts of what was
   * reverted.
   *
   * @throws ScriptFailure {@code revert-failed}, or what the server calls it; {@code
   *     foreign-key-broken}
   * @throws Failure as {@link #preview}; {@code revert-changed} if it is no longer what was
   *     confirmed; {@code script-missing}, {@code script-not-text}, {@code psql-command}, {@code
   *     copy-data}, {@code replication-role-denied}, {@code deploy-running} before anything is
   *     changed; {@code interrupted}
   */
  public RevertResult run(RevertRequest request, ProgressListener listener) {
    try (Session session = cancellation.watch(databases.connectForScripts(request.database()))) {
      return run(request, session, listener);
    } catch (Failure e) {
      throw cancellation.isCancelled() && !e.ident().equals("interrupted")
          ? Cancellation.failure("Cancelled.")
          : e;
    } finally {
      cancellation.release();
    }
  }

  private RevertResult run(RevertRequest request, Session session, ProgressListener listener) {
    final long start = System.nanoTime();
    request.limits().forLocks().forEach(sql -> session.execute(sql, "setting timeouts"));
    DeployLock.take(session, listener);
    ModulePlan plan = RevertPlanner.module(request);
    List<String> going = new RevertPlanner(new Ledger(session)).plan(plan, request.scope());
    if (request.confirmed().isPresent() && !request.confirmed().get().equals(going)) {
      throw Failure.failed(
          "revert-changed",
          "What would be reverted of " + plan.name() + " is no longer what was asked about.",
          "Run it again.");
    }
    if (going.isEmpty()) {
      return new RevertResult(plan.name(), going, List.of(), since(start));
    }
    new Ledger(session).ensure();
    ChangeRunner runner =
        new ChangeRunner(
            session,
            request.limits(),
            Optional.of(listener).filter(it -> request.has(DeployOption.NOTICES)),
            cancellation);
    int replicaEnd = replicaEnd(plan, going, runner);
    if (!request.has(DeployOption.LOG_ONLY) && replicaEnd >= 0) {
      new Rights(session).replicaRole();
    }
    runner.begin();
    try {
      new ModuleRevert(request, plan, runner, listener).run(going, replicaEnd);
    } catch (ScriptFailure e) {
      new FailureLog(databases, request.database()).add(ScriptKind.REVERT, e.error());
      throw e;
    }
    listener.on(
        new ProgressEvent.ModuleFinished(Activity.REVERT, plan.name(), going.size(), since(start)));
    List<String> still =
        request.has(DeployOption.LOG_ONLY) ? List.of() : stillVerified(plan, going, runner);
    return new RevertResult(plan.name(), going, still, since(start));
  }

  /**
   * Which change is the last whose script switches foreign keys off, from 0; -1 if none does. Reads
   * all scripts, so that what can't be run is found before anything is.
   */
  private static int replicaEnd(ModulePlan plan, List<String> changes, ChangeRunner runner) {
    int last = -1;
    for (int i = 0; i < changes.size(); i++) {
      if (ModuleRevert.script(plan, changes.get(i), runner).setsReplicaRole()) {
        last = i;
      }
    }
    return last;
  }

  private static List<String> stillVerified(
      ModulePlan plan, List<String> changes, ChangeRunner runner) {
    Verification verification = new Verification(runner);
    List<String> still = new ArrayList<>();
    for (String change : changes) {
      VerifyScript script = VerifyScript.read(plan, change, runner.standardConforming());
      if (!script.unchecked() && verification.verify(plan.name(), script).error().isEmpty()) {
        still.add(change);
      }
    }
    return still;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Makes the run fail with {@code interrupted} soon, rolled back. As {@link Deployer#cancel()}.
   */
  public void cancel() {
    cancellation.cancel();
  }
}
