package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.CatalogReader;
import dev.pgstow.catalog.NamedSchemas;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.ModuleTarget;
import dev.pgstow.workspace.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dumps a database's catalog as a pgpm module: one change an object, in an order in which they
 * deploy, each with what it requires, and scripts that make, undo and check it. One run.
 */
public final class PackageDump {
  /** The ledger tells what is deployed; no module makes it. */
  private static final String LEDGER = "pgpm_migrate";

  private final Databases databases;
  private final AtomicReference<@Nullable Session> reading = new AtomicReference<>();
  private volatile boolean cancelled;

  /** An engine for a server. */
  public PackageDump(Databases databases) {
    this.databases = databases;
  }

  /**
   * Reads the catalog and writes the module aside; the caller closes what it gets.
   *
   * @throws Failure {@code dump-target-not-empty}; {@code dump-incomplete} if strict; as {@link
   *     Databases#connect}, {@link NamedSchemas}, {@link CatalogReader} and {@link Staging} say
   */
  public StagedPackage stage(PackageDumpRequest request, ProgressListener listener) {
    final long started = System.nanoTime();
    if (!request.force() && isFilled(request.directory())) {
      throw Failure.failed(
          "dump-target-not-empty",
          request.directory() + " is not empty.",
          "--force replaces the scripts of the module that is there; other files stay.");
    }
    PackageDumpRequest carried = request.with(withoutLedger(request.options()));
    Catalog catalog;
    String location;
    try (Session session = databases.connect(request.database())) {
      reading.set(session);
      goOn();
      location = session.location();
      NamedSchemas.check(session, request.options(), listener);
      catalog = new CatalogReader(session).read(carried.options(), listener);
    } finally {
      reading.set(null);
    }
    goOn();
    if (request.strict() && !catalog.omissions().isEmpty()) {
      throw DumpEngine.incomplete(catalog.omissions());
    }
    ModuleTarget target = new ModuleTarget(request.module(), request.directory());
    Staging staging = Staging.open(List.of(target));
    boolean staged = false;
    try {
      new PackageWriter(staging.module(target)).write(carried, catalog, location);
      staged = true;
      return new StagedPackage(carried, catalog, staging, this::goOn, started);
    } catch (IOException e) {
      throw Failure.failed(
          "disk-error",
          "Could not write " + request.directory() + ": " + e.getMessage() + ".",
          "",
          e);
    } finally {
      if (!staged) {
        staging.close();
      }
    }
  }

  private static CatalogOptions withoutLedger(CatalogOptions options) {
    List<String> excluded = new ArrayList<>(options.excludedSchemas());
    if (!options.schemas().contains(LEDGER) && !excluded.contains(LEDGER)) {
      excluded.add(LEDGER);
    }
    return new CatalogOptions(options.schemas(), excluded, options.owners(), options.privileges());
  }

  private static boolean isFilled(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
    }
    try (Stream<Path> there = Files.list(directory)) {
      return there.findAny().isPresent();
    } catch (IOException e) {
      throw Failure.failed(
          "disk-error", "Could not read " + directory + ": " + e.getMessage() + ".", "", e);
    }
  }

  private void goOn() {
    if (cancelled) {
      throw Failure.interrupted("Cancelled. Nothing was changed.");
    }
  }

  /** Stops the dump, soon; from any thread. Once it is being swapped in, it is completed. */
  public void cancel() {
    cancelled = true;
    Session session = reading.get();
    if (session != null) {
      session.close();
    }
  }
}
