package dev.pgstow.drift;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.CatalogReader;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.Module;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Reads a live database and its source, one beside the other, and compares them. */
final class Comparison {
  private final Databases databases;
  private final StopSwitch stop;

  Comparison(Databases databases, StopSwitch stop) {
    this.databases = databases;
    this.stop = stop;
  }

  /** Both sides, and what they differ in. */
  record Outcome(Catalog live, CatalogDiff diff) {}

  /**
   * Compares.
   *
   * @throws Failure of {@link SourceFolder}, {@link SourceLoader}, {@link ScratchLoad}, {@link
   *     CatalogReader}
   */
  Outcome run(DriftRequest request, ProgressListener listener) {
    long start = System.nanoTime();
    listener.on(new ProgressEvent.PhaseStarted(Phase.CATALOG, OptionalLong.empty()));
    Outcome outcome;
    if (request.source() instanceof DeclaredSource.OfModule module) {
      CatalogOptions options =
          Scope.of(
              module.workspace().modules().find(module.module()).flatMap(Module::origin),
              request.narrow());
      outcome = both(request, options, listener, load -> load.module(module, options));
    } else {
      SourceFolder folder = SourceFolder.of(request.source().folder());
      CatalogOptions options = Scope.of(folder, request.narrow());
      outcome = both(request, options, listener, load -> load.files(folder, options));
    }
    listener.on(
        new ProgressEvent.PhaseFinished(
            Phase.CATALOG,
            outcome.live().objects().size(),
            Duration.ofNanos(System.nanoTime() - start)));
    return outcome;
  }

  private interface Declared {
    Catalog read(ScratchLoad load);
  }

  private Outcome both(
      DriftRequest request, CatalogOptions options, ProgressListener listener, Declared declared) {
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try (Session live = databases.connect(request.database())) {
      stop.on(live::close);
      ScratchLoad load =
          new ScratchLoad(
              request.place(),
              live.majorVersion(),
              ScratchServer.rolesNamedIn(live),
              stop,
              listener);
      Supplier<Catalog> reading =
          () -> new CatalogReader(live).read(options, ProgressListener.none());
      CompletableFuture<Catalog> there = CompletableFuture.supplyAsync(reading, beside);
      Catalog source = declared.read(load);
      Catalog found = there.join();
      return new Outcome(found, CatalogDiff.between(found, source));
    } catch (CompletionException e) {
      throw stopped(e.getCause() instanceof Failure failure ? failure : e);
    } catch (Failure e) {
      throw stopped(e);
    } finally {
      beside.shutdown();
    }
  }

  private RuntimeException stopped(RuntimeException e) {
    return stop.isStopped() ? Failure.interrupted("Cancelled. Nothing was changed.") : e;
  }
}
