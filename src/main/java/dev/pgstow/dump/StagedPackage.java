package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.FolderStaging;
import dev.pgstow.workspace.ModulePreview;
import dev.pgstow.workspace.Preview;
import dev.pgstow.workspace.Staging;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A module that is written aside. The caller closes it; what was not committed is removed. */
public final class StagedPackage implements AutoCloseable {
  private final PackageDumpRequest request;
  private final Catalog catalog;
  private final Staging staging;
  private final Runnable goesOn;
  private final long started;

  /**
   * A module.
   *
   * @param goesOn fails if the dump was cancelled
   */
  StagedPackage(
      PackageDumpRequest request, Catalog catalog, Staging staging, Runnable goesOn, long started) {
    this.request = request;
    this.catalog = catalog;
    this.staging = staging;
    this.goesOn = goesOn;
    this.started = started;
  }

  /** What {@link #commit()} would change. */
  public Preview preview() {
    try {
      return staging.preview();
    } catch (IOException e) {
      throw disk(e);
    }
  }

  /** What is not carried. */
  public List<Catalog.Omission> omissions() {
    return catalog.omissions();
  }

  /**
   * Swaps the module in.
   *
   * @throws Failure {@code interrupted}, or as {@link Staging#commit}; then what was there is there
   */
  public DumpResult commit() {
    goesOn.run();
    Preview preview = preview();
    try {
      staging.commit();
    } catch (IOException e) {
      throw disk(e);
    }
    return new DumpResult(
        request.directory(),
        new Layout.Package(),
        catalog.seen(),
        catalog.written(),
        catalog.objects().size(),
        catalog.omissions(),
        catalog.notes(),
        changes(preview),
        List.of(),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static FolderStaging.Changes changes(Preview preview) {
    int[] counts = new int[4];
    for (ModulePreview module : preview.modules()) {
      counts[0] += Math.toIntExact(module.added());
      counts[1] += Math.toIntExact(module.changed());
      counts[2] += Math.toIntExact(module.removed());
      counts[3] += Math.toIntExact(module.same());
    }
    return new FolderStaging.Changes(counts[0], counts[1], counts[2], counts[3]);
  }

  private Failure disk(IOException e) {
    return Failure.failed(
        "disk-error",
        "Could not write " + request.directory() + ": " + e.getMessage() + ".",
        "",
        e);
  }

  @Override
  public void close() {
    staging.close();
  }
}
