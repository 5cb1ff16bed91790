package dev.pgstow.migrate;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.progress.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Takes modules together through deploy, verify, revert and deploy again in a database that is
 * given. One run at a time; {@link #cancel()} from any thread.
 */
public final class ModuleCycle {
  private final Databases databases;
  private final Cancellation cancellation;

  /** For databases of a server. */
  public ModuleCycle(Databases databases) {
    this(databases, new Cancellation());
  }

  ModuleCycle(Databases databases, Cancellation cancellation) {
    this.databases = databases;
    this.cancellation = cancellation;
  }

  /**
   * How modules fared.
   *
   * @param step where they failed; {@code DONE} if they passed
   * @param failure why
   * @param changes how many changes they have
   * @param stillVerified {@code module:change} whose verify script still passed after the revert
   * @param verification what the last verification that ended found
   */
  public record Outcome(
      CycleResult.Step step,
      Optional<Failure> failure,
      int changes,
      List<String> stillVerified,
      Optional<VerifyResult> verification) {
    /** Copies the list. */
    public Outcome {
      stillVerified = List.copyOf(stillVerified);
    }
  }

  /**
   * Runs. If the cycle passes, the modules are deployed afterwards.
   *
   * @param database an empty database
   * @throws Failure {@code interrupted}; what the modules fail of is in the outcome
   */
  public Outcome run(CycleRequest request, String database, ProgressListener listener) {
    return new Run(request, database, listener).run();
  }

  /** Makes the run fail with {@code interrupted} soon. As {@link Deployer#cancel()}. */
  public void cancel() {
    cancellation.cancel();
  }

  private final class Run {
    private final CycleRequest request;
    private final String database;
    private final ProgressListener listener;
    private final List<String> stillVerified = new ArrayList<>();
    private CycleResult.Step step = CycleResult.Step.DEPLOY;
    private Optional<VerifyResult> verification = Optional.empty();
    private int changes;

    Run(CycleRequest request, String database, ProgressListener listener) {
      this.request = request;
      this.database = database;
      this.listener = listener;
    }

    Outcome run() {
      try {
        cancellation.check();
        steps();
        step = CycleResult.Step.DONE;
        return outcome(Optional.empty());
      } catch (Failure e) {
        if (e.exitCode() == ExitCode.INTERRUPTED) {
          throw e;
        }
        return outcome(Optional.of(e));
      }
    }

    private Outcome outcome(Optional<Failure> failure) {
      return new Outcome(step, failure, changes, stillVerified, verification);
    }

    private void steps() {
      changes = deploy();
      step = CycleResult.Step.VERIFY;
      verify();
      if (request.fullCycle()) {
        step = CycleResult.Step.REVERT;
        revert();
        step = CycleResult.Step.DEPLOY_AGAIN;
        deploy();
        verify();
      }
    }

    /** How many changes of the modules were deployed. */
    private int deploy() {
      DeployResult result =
          new Deployer(databases, cancellation)
              .run(
                  new DeployRequest(
                      request.workspace(),
                      database,
                      request.modules(),
                      Optional.empty(),
                      request.options(),
                      request.limits()),
                  listener);
      return result.modules().stream()
          .filter(it -> request.modules().contains(it.name()))
          .mapToInt(it -> it.deployed().size())
          .sum();
    }

    private void verify() {
      VerifyResult result =
          new Verifier(databases, cancellation)
              .run(
                  new VerifyRequest(
                      new ModuleSelection(request.workspace(), database, request.modules(), false),
                      request.limits(),
                      request.options()),
                  listener);
      verification = Optional.of(result);
      if (result.failure().isPresent()) {
        throw result.failure().get();
      }
    }

    private void revert() {
      List<String> dependentsFirst =
          new ArrayList<>(
              new ModuleResolver(request.workspace().modules())
                  .order(request.modules()).stream()
                      .map(ResolvedModule::name)
                      .filter(request.modules()::contains)
                      .toList());
      Collections.reverse(dependentsFirst);
      for (String module : dependentsFirst) {
        new Reverter(databases, cancellation)
            .run(
                new RevertRequest(
                    request.workspace(),
                    database,
                    module,
                    new RevertScope.All(),
                    request.options(),
                    request.limits(),
                    Optional.empty()),
                listener)
            .stillVerified()
            .forEach(change -> stillVerified.add(module + ":" + change));
      }
    }
  }
}
