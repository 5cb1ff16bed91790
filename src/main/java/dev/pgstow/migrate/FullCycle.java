package dev.pgstow.migrate;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ScratchDatabase;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests modules in scratch databases, which are always dropped. One run at a time; {@link
 * #cancel()} from any thread.
 */
public final class FullCycle {
  private final ScratchServer server;
  private final Cancellation cancellation = new Cancellation();

  /** Tests on a server, which stays the caller's to close. */
  public FullCycle(ScratchServer server) {
    this.server = server;
  }

  /**
   * Tests.
   *
   * @throws Failure {@code interrupted}; what a module fails of is in the result
   */
  public CycleResult run(CycleRequest request, ProgressListener listener) {
    List<CycleResult.Module> modules = new ArrayList<>();
    for (String module : request.modules()) {
      CycleResult.Module tested = test(request, module, listener);
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

  private CycleResult.Module test(CycleRequest request, String module, ProgressListener listener) {
    final long start = System.nanoTime();
    cancellation.check();
    ModuleCycle.Outcome outcome;
    try (ScratchDatabase scratch =
        server.create(warning -> listener.on(new ProgressEvent.Warning(warning)))) {
      outcome =
          new ModuleCycle(server.databases(), cancellation)
              .run(request.only(module), scratch.name(), listener);
    } catch (Failure e) {
      if (e.exitCode() == ExitCode.INTERRUPTED) {
        throw e;
      }
      outcome =
          new ModuleCycle.Outcome(
              CycleResult.Step.CREATE_DATABASE, Optional.of(e), 0, List.of(), Optional.empty());
    }
    String prefix = module + ":";
    return new CycleResult.Module(
        module,
        outcome.step(),
        outcome.failure(),
        outcome.changes(),
        outcome.stillVerified().stream().map(it -> it.substring(prefix.length())).toList(),
        Duration.ofNanos(System.nanoTime() - start));
  }
}
