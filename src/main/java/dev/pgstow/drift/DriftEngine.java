package dev.pgstow.drift;

import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Compares a live database with its source. The source is loaded into a scratch database and read
 * back by the same reader, so how it is written does not matter. Nothing is changed. One run;
 * {@link #cancel()} from any thread.
 */
public final class DriftEngine {
  private final Databases databases;
  private final StopSwitch stop = new StopSwitch();

  /** For databases of a server. */
  public DriftEngine(Databases databases) {
    this.databases = databases;
  }

  /**
   * Compares.
   *
   * @throws Failure {@code source-not-found}, {@code source-empty}, {@code source-syntax}, {@code
   *     source-not-loadable}, {@code source-not-text}, {@code scratch-version}, {@code
   *     interrupted}; of a module what {@link dev.pgstow.migrate.Deployer#run} says; as {@link
   *     dev.pgstow.catalog.CatalogReader#read}
   */
  public DriftResult run(DriftRequest request, ProgressListener listener) {
    long start = System.nanoTime();
    Comparison.Outcome outcome = new Comparison(databases, stop).run(request, listener);
    CatalogDiff diff = outcome.diff();
    return new DriftResult(
        name(request.source()),
        pulled(request.source()),
        diff.undeclared(),
        diff.missing().stream().map(CatalogObject::identity).toList(),
        changed(diff.changed()),
        outcome.live().omissions(),
        outcome.live().notes(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * Compares with the hashes of a dump's manifest alone: no scratch database, no differences in
   * detail.
   *
   * @throws Failure {@code baseline-missing}, {@code baseline-version}, {@code manifest-malformed},
   *     {@code interrupted}; as {@link dev.pgstow.catalog.CatalogReader#read}
   */
  public DriftResult baseline(DriftRequest request, ProgressListener listener) {
    return new Baseline(databases, stop).run(request, listener);
  }

  private static List<DriftResult.Changed> changed(List<CatalogDiff.Change> changes) {
    return changes.stream()
        .map(change -> new DriftResult.Changed(change.identity(), change.diff()))
        .toList();
  }

  static String name(DeclaredSource source) {
    return source instanceof DeclaredSource.OfModule module
        ? "module " + module.module()
        : source.folder().toString();
  }

  static Path pulled(DeclaredSource source) {
    return source.folder().resolve(DeclaredSource.PULLED);
  }

  /** Makes the run fail with {@code interrupted} soon. */
  public void cancel() {
    stop.stop();
  }
}
