package dev.pgstow.migrate;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tests modules in scratch databases, which are always dropped. One run at a time; {@link
 * #cancel()} from any thread.
 */
public final class FullCycle {
  private static final String PREFIX = "pgstow_scratch_";

  private final Databases databases;
  private final Cancellation cancellation = new Cancellation();

  /** Tests on the server of these databases, whose role may create databases. */
  public FullCycle(Databases databases) {
    this.databases = databases;
  }

  /**
   * Tests.
   *
   * @throws Failure {@code interrupted}; what a module fails of is in the result
   */
  public CycleResult run(CycleRequest request, ProgressListener listener) {
    List<CycleResult.Module> modules = new ArrayList<>();
    for (String module : request.modules()) {
      CycleResult.Module tested = new Cycle(request, module, listener).run();
      modules.add(tested);
      if (tested.failure().isPresent() && !request.continueOnFail()) {
        break;
      }
    }
    return new CycleResult(modules);
  }

  /**
   * Makes the run fail with {@code interrupted} soon; databases are dropped. As {@link
   * Deployer#cancel()}.
   */
  public void cancel() {
    cancellation.cancel();
  }

  /** One module. */
  private final class Cycle {
    private final CycleRequest request;
    private final String module;
    private final ProgressListener listener;
    private final String database = PREFIX + UUID.randomUUID().toString().replace('-', '_');
    private final long start = System.nanoTime();
    private CycleResult.Step step = CycleResult.Step.CREATE_DATABASE;
    private List<String> stillVerified = List.of();
    private int changes;

    Cycle(CycleRequest request, String module, ProgressListener listener) {
      this.request = request;
      this.module = module;
      this.listener = listener;
    }

    CycleResult.Module run() {
      cancellation.check();
      try {
        databases.create(database);
        steps();
        step = CycleResult.Step.DONE;
        return result(Optional.empty());
      } catch (Failure e) {
        if (e.exitCode() == ExitCode.INTERRUPTED) {
          throw e;
        }
        return result(Optional.of(e));
      } finally {
        drop();
      }
    }

    private void steps() {
      step = CycleResult.Step.DEPLOY;
      changes = deploy();
      step = CycleResult.Step.VERIFY;
      verify();
      if (request.fullCycle()) {
        step = CycleResult.Step.REVERT;
        RevertResult reverted =
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
                    listener);
        stillVerified = reverted.stillVerified();
        step = CycleResult.Step.DEPLOY_AGAIN;
        deploy();
        verify();
      }
    }

    /** How many changes of the module were deployed. */
    private int deploy() {
      DeployResult result =
          new Deployer(databases, cancellation)
              .run(
                  new DeployRequest(
                      request.workspace(),
                      database,
                      List.of(module),
                      Optional.empty(),
                      request.options(),
                      request.limits()),
                  listener);
      return result.modules().stream()
          .filter(it -> it.name().equals(module))
          .mapToInt(it -> it.deployed().size())
          .sum();
    }

    private void verify() {
      VerifyResult result =
          new Verifier(databases, cancellation)
              .run(
                  new VerifyRequest(
                      new ModuleSelection(request.workspace(), database, List.of(module), false),
                      request.limits(),
                      request.options()),
                  listener);
      if (result.failure().isPresent()) {
        throw result.failure().get();
      }
    }

    private CycleResult.Module result(Optional<Failure> failure) {
      return new CycleResult.Module(
          module,
          step,
          failure,
          changes,
          stillVerified,
          Duration.ofNanos(System.nanoTime() - start));
    }

    private void drop() {
      // An interrupted thread could not.
      boolean interrupted = Thread.interrupted();
      try {
        databases.drop(database);
      } catch (Failure e) {
        listener.on(
            new ProgressEvent.Warning(
                "The scratch database " + database + " is left behind: " + e.getMessage()));
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
