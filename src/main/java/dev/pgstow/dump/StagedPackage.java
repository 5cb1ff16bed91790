package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Preview;
import dev.pgstow.workspace.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

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
      PackageDumpRequest request,
      Catalog catalog,
      Staging staging,
      Runnable goesOn,
      long started) {
    this.request = request;
    this.catalog = catalog;
    this.staging = staging;
    this.goesOn = goesOn;
    this.started = started;
  }

  /** What a module of a database is. */
  public record Result(
      String module,
      Path directory,
      Catalog catalog,
      Map<ObjectKind, Integer> written,
      Preview preview,
      Duration elapsed) {
    /** Copies the map. */
    public Result {
      written = Map.copyOf(written);
    }
  }

  /** What {@link #commit()} would change. */
  public Preview preview() {
    try {
      return staging.preview();
    } catch (IOException e) {
      throw disk(e);
    }
  }

  /**
   * Swaps the module in.
   *
   * @throws Failure {@code interrupted}, or as {@link Staging#commit}; then what was there is there
   */
  public Result commit() {
    goesOn.run();
    Preview preview = preview();
    try {
      staging.commit();
    } catch (IOException e) {
      throw disk(e);
    }
    Map<ObjectKind, Integer> written = new EnumMap<>(ObjectKind.class);
    for (CatalogObject object : catalog.objects()) {
      written.merge(object.identity().kind(), 1, Integer::sum);
    }
    return new Result(
        request.module(),
        request.directory(),
        catalog,
        written,
        preview,
        Duration.ofNanos(System.nanoTime() - started));
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
