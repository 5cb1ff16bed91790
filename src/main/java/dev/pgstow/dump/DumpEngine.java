package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogReader;
import dev.pgstow.catalog.NamedSchemas;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.FolderStaging;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Dumps a database's catalog to files. One object does one dump at a time. */
public final class DumpEngine {
  private static final int NAMED = 20;

  private final Databases databases;
  private final AtomicReference<@Nullable Session> reading = new AtomicReference<>();
  private volatile boolean cancelled;

  /** An engine for a server. */
  public DumpEngine(Databases databases) {
    this.databases = databases;
  }

  /**
   * Reads the catalog and writes it aside; the caller closes what it gets. The target is looked at
   * first.
   *
   * @throws Failure {@code dump-target-not-empty}, {@code dump-incomplete} if strict, {@code
   *     manifest-malformed}, or as {@link Databases#connect}, {@link NamedSchemas}, {@link
   *     CatalogReader} and {@link FolderStaging} say
   */
  public StagedDump stage(DumpRequest request, ProgressListener listener) {
    long started = System.nanoTime();
    FolderStaging staging = FolderStaging.open(request.output());
    boolean staged = false;
    try {
      Optional<Manifest> former = ManifestFile.read(staging.folder());
      if (!request.force() && !staging.isEmpty()) {
        throw Failure.failed(
            "dump-target-not-empty",
            staging.folder() + " is not empty.",
            former.isPresent()
                ? "--force replaces the dump that is there; other files stay."
                : "Choose another folder, or --force to write beside what is there.");
      }
      StagedDump dump = stage(request, staging, former, listener, started);
      staged = true;
      return dump;
    } finally {
      if (!staged) {
        staging.close();
      }
    }
  }

  private StagedDump stage(
      DumpRequest request,
      FolderStaging staging,
      Optional<Manifest> former,
      ProgressListener listener,
      long started) {
    Catalog catalog;
    int server;
    try (Session session = databases.connect(request.database())) {
      reading.set(session);
      goOn();
      server = session.majorVersion();
      NamedSchemas.check(session, request.options(), listener);
      catalog = new CatalogReader(session).read(request.options(), listener);
    } finally {
      reading.set(null);
    }
    goOn();
    if (request.strict() && !catalog.omissions().isEmpty()) {
      throw incomplete(catalog.omissions());
    }
    listener.on(
        new ProgressEvent.PhaseStarted(Phase.DUMP, OptionalLong.of(catalog.objects().size())));
    long before = System.nanoTime();
    new LayoutWriter(staging::write)
        .write(request.layout(), catalog, new Manifest.Reading(server, request.options()));
    listener.on(
        new ProgressEvent.PhaseFinished(
            Phase.DUMP, catalog.objects().size(), Duration.ofNanos(System.nanoTime() - before)));
    return new StagedDump(request, catalog, staging, former, this::goOn, started);
  }

  static Failure incomplete(List<Catalog.Omission> omissions) {
    StringBuilder names = new StringBuilder();
    omissions.stream()
        .limit(NAMED)
        .forEach(
            omission ->
                names
                    .append("\n  ")
                    .append(ObjectText.title(omission.identity()))
                    .append(": ")
                    .append(Sanitizer.visible(omission.why())));
    if (omissions.size() > NAMED) {
      names.append("\n  and ").append(omissions.size() - NAMED).append(" more");
    }
    return Failure.failed(
        "dump-incomplete",
        "Not everything can be carried, so nothing was written:" + names,
        "Without --strict the rest is written.");
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
