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

/**
 * Runs the verify scripts of what a deployment would deploy, on a database that may have it without
 * its ledger telling. One run at a time; {@link #cancel()} from any thread.
 */
public final class PlanVerifier {
  private final Databases databases;
  private final Cancellation cancellation = new Cancellation();

  /** A verifier of databases of a server. */
  public PlanVerifier(Databases databases) {
    this.databases = databases;
  }

  /**
   * Verifies. All scripts are run, whatever fails; what they do is rolled back. The ledger is not
   * touched.
   *
   * @throws Failure as {@link Deployer#run} before anything is changed; {@code interrupted}
   */
  public VerifyResult run(DeployRequest request, ProgressListener listener) {
    long start = System.nanoTime();
    try (Session session = cancellation.watch(databases.connectForScripts(request.database()))) {
      List<PendingModule> modules = new DeployPlanner(new Ledger(session)).plan(request);
      ChangeRunner runner =
          new ChangeRunner(
              session,
              request.limits(),
              Optional.of(listener).filter(it -> request.has(DeployOption.NOTICES)),
              cancellation);
      runner.begin();
      Verification verification = new Verification(runner);
      List<String> unchecked = new ArrayList<>();
      List<ScriptError> failures = new ArrayList<>();
      int passed = 0;
      for (PendingModule module : modules) {
        int total = module.pending().size();
        for (int i = 0; i < total; i++) {
          PendingChange change = module.pending().get(i);
          listener.on(
              new ProgressEvent.ChangeStarted(
                  Activity.VERIFY, module.name(), change.name(), i + 1, total));
          Verification.Outcome outcome = verification.verify(module.plan(), change.name());
          outcome.error().ifPresent(failures::add);
          passed += outcome.error().isEmpty() ? 1 : 0;
          if (outcome.unchecked()) {
            unchecked.add(change.qualified());
          }
        }
      }
      return new VerifyResult(
          passed, unchecked, failures, Duration.ofNanos(System.nanoTime() - start));
    } catch (Failure e) {
      throw cancellation.isCancelled() ? Cancellation.failure("Cancelled.") : e;
    } finally {
      cancellation.release();
    }
  }

  /** Makes the run fail with {@code interrupted} soon. As {@link Deployer#cancel()}. */
  public void cancel() {
    cancellation.cancel();
  }
}
