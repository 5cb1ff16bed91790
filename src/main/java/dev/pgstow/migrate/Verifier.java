package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the verify scripts of what is deployed. One run at a time; {@link #cancel()} from any
 * thread.
 */
public final class Verifier {
  private final Databases databases;
  private final Cancellation cancellation;

  /** A verifier of databases of a server. */
  public Verifier(Databases databases) {
    this(databases, new Cancellation());
  }

  Verifier(Databases databases, Cancellation cancellation) {
    this.databases = databases;
    this.cancellation = cancellation;
  }

  /**
   * Verifies. All scripts are run, whatever fails; what they do is rolled back.
   *
   * @throws Failure {@code connection-lost}, {@code interrupted}; scripts that fail or can't be
   *     read are no failure, see {@link VerifyResult#failure()}
   */
  public VerifyResult run(VerifyRequest request, ProgressListener listener) {
    String database = request.selection().database();
    try (Session session = cancellation.watch(databases.connectForScripts(database))) {
      return run(request, session, listener);
    } catch (Failure e) {
      throw cancellation.isCancelled() ? Cancellation.failure("Cancelled.") : e;
    } finally {
      cancellation.release();
    }
  }

  private VerifyResult run(VerifyRequest request, Session session, ProgressListener listener) {
    final long start = System.nanoTime();
    List<ModulePlan> plans = request.selection().plans();
    Ledger ledger = new Ledger(session);
    Map<String, Map<String, DeployedChange>> deployed =
        ledger.exists() ? ledger.deployed(plans.stream().map(ModulePlan::name).toList()) : Map.of();
    ChangeRunner runner =
        new ChangeRunner(
            session,
            request.limits(),
            Optional.of(listener).filter(it -> request.options().contains(DeployOption.NOTICES)),
            cancellation);
    runner.begin();
    VerificationRun verification =
        new VerificationRun(runner, request.options().contains(DeployOption.NOTICES), listener);
    for (ModulePlan plan : plans) {
      Map<String, DeployedChange> known = deployed.getOrDefault(plan.name(), Map.of());
      List<String> changes =
          plan.changes().stream().map(Change::name).filter(known::containsKey).toList();
      verification.run(plan, changes);
    }
    return verification.result(since(start));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Makes the run fail with {@code interrupted} soon. As {@link Deployer#cancel()}. */
  public void cancel() {
    cancellation.cancel();
  }
}
