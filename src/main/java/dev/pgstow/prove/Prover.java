package dev.pgstow.prove;

import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportedRows;
import dev.pgstow.export.ExportedSchemas;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.CycleRequest;
import dev.pgstow.migrate.ModuleCycle;
import dev.pgstow.migrate.ScriptFailure;
import dev.pgstow.migrate.ScriptRoles;
import dev.pgstow.postgres.ScratchDatabase;
import dev.pgstow.postgres.ScratchPlace;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.Snapshot;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.ExportSource;
import dev.pgstow.workspace.ExportOrigin;
import dev.pgstow.workspace.Module;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Proves the modules of an export: deploys them to a scratch database, verifies, reverts, deploys
 * again, and compares the metadata rows with the source's. The scratch database is dropped whatever
 * happens. One run; {@link #cancel()} from any thread.
 */
public final class Prover {
  private final ExportSource source;
  private final ScratchPlace place;
  private final Optional<Supplier<Session>> live;
  private volatile Runnable stop = () -> {};
  private volatile boolean cancelled;

  /**
   * A prover.
   *
   * @param source what the modules were exported from; stays the caller's to close
   * @param place where the scratch database is made
   */
  public Prover(ExportSource source, ScratchPlace place) {
    this(source, place, Optional.empty());
  }

  /**
   * A prover that compares the catalogs too.
   *
   * @param live opens a session with the source's database, which the prover closes
   */
  public Prover(ExportSource source, ScratchPlace place, Supplier<Session> live) {
    this(source, place, Optional.of(live));
  }

  private Prover(ExportSource source, ScratchPlace place, Optional<Supplier<Session>> live) {
    this.source = source;
    this.place = place;
    this.live = live;
  }

  /**
   * Proves. That modules are not as they should be is no failure, see {@link
   * ProofResult#failure()}.
   *
   * @throws Failure {@code interrupted}; {@code scratch-role-missing}; {@code
   *     extension-unavailable} and what else keeps the modules from being tried: those of {@link
   *     ScratchPlace#open}, of {@link dev.pgstow.migrate.Deployer#run} before anything is changed,
   *     and of {@link dev.pgstow.export.ExportEngine#stage}
   */
  public ProofResult run(ProofRequest request, ProgressListener listener) {
    long start = System.nanoTime();
    try {
      requireSource(request.export());
      check();
      ScriptRoles roles = ScriptRoles.of(request.workspace(), request.modules());
      try (ScratchServer server = place.openNear(sourceMajor())) {
        check();
        server.provideRoles(needed(server, roles));
        try (ScratchDatabase scratch =
            server.create(warning -> listener.on(new ProgressEvent.Warning(warning)))) {
          return prove(request, server, scratch, listener, start);
        }
      }
    } catch (Failure e) {
      throw cancelled && e.exitCode() != ExitCode.INTERRUPTED
          ? Failure.interrupted("Cancelled.")
          : e;
    } catch (IOException e) {
      throw Failure.failed(
          "prove-failed",
          "The rows could not be compared: " + e.getMessage(),
          "Check the space for temporary files.",
          e);
    } finally {
      stop = () -> {};
    }
  }

  /** The catalogs of two majors are worded differently, so the scratch server's matters. */
  private OptionalInt sourceMajor() {
    if (live.isEmpty()) {
      return OptionalInt.empty();
    }
    try (Session session = live.get().get()) {
      return OptionalInt.of(session.majorVersion());
    }
  }

  /** Looks whether there is something to compare with before all that takes long. */
  private void requireSource(ExportRequest export) {
    stop = source::cancel;
    check();
    source.snapshot(export.databaseId(), export.snapshotOptions()).close();
    stop = () -> {};
  }

  /** On a server of our own also the source's roles, which texts that can't be read may name. */
  private Set<String> needed(ScratchServer server, ScriptRoles roles) {
    Set<String> needed = new TreeSet<>(roles.named());
    if (server.isEmbedded()) {
      needed.addAll(source.roles());
      needed.removeAll(roles.made());
    }
    return needed;
  }

  private ProofResult prove(
      ProofRequest request,
      ScratchServer server,
      ScratchDatabase scratch,
      ProgressListener listener,
      long start)
      throws IOException {
    ModuleCycle cycle = new ModuleCycle(server.databases());
    stop = cycle::cancel;
    check();
    ModuleCycle.Outcome outcome =
        cycle.run(
            new CycleRequest(
                request.workspace(),
                request.modules(),
                true,
                false,
                request.options(),
                request.limits()),
            scratch.name(),
            listener);
    if (outcome.failure().isPresent()) {
      requireModulesAtFault(outcome.failure().get());
    }
    return new ProofResult(
        request.modules(),
        source.description().location(),
        server.description(),
        outcome,
        outcome.failure().isPresent()
            ? Optional.empty()
            : Optional.of(compare(request, scratch, listener)),
        outcome.failure().isPresent() ? Optional.empty() : catalogs(request, scratch, listener),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** What keeps modules from being tried proves nothing about them. */
  private void requireModulesAtFault(Failure failure) {
    if (failure.ident().equals("extension-unavailable")) {
      throw Failure.failed(
          failure.ident(),
          failure.getMessage(),
          place instanceof ScratchPlace.Here
              ? failure.hint()
              : "Prove on a server that has it: --scratch-here makes a temporary database on the"
                  + " source's own, --scratch-url names another.",
          failure);
    }
    boolean ofScripts = failure instanceof ScriptFailure && !failure.ident().contains("timeout");
    if (!ofScripts && failure.exitCode() != ExitCode.VERIFICATION) {
      throw failure;
    }
  }

  private RowComparison compare(
      ProofRequest request, ScratchDatabase scratch, ProgressListener listener) throws IOException {
    ExportRequest export = request.export();
    try (Session session = scratch.databases().connect(scratch.name())) {
      stop =
          () -> {
            source.cancel();
            session.cancel();
          };
      check();
      try (ExportSnapshot moment = source.snapshot(export.databaseId(), export.snapshotOptions());
          Snapshot deployed = Snapshot.open(session)) {
        return new RowComparer(
                ExportedRows.of(export, moment),
                deployed.session(),
                export.databaseId(),
                service(request),
                () -> cancelled,
                SortedRows.MEMORY)
            .run(listener);
      }
    }
  }

  private Optional<CatalogDiff> catalogs(
      ProofRequest request, ScratchDatabase scratch, ProgressListener listener) throws IOException {
    if (live.isEmpty()) {
      return Optional.empty();
    }
    ExportRequest export = request.export();
    try (Session there = live.get().get();
        Session here = scratch.databases().connect(scratch.name())) {
      stop =
          () -> {
            source.cancel();
            there.close();
            here.close();
          };
      check();
      Optional<String> hindrance = hindrance(export, there, here);
      if (hindrance.isPresent()) {
        listener.on(
            new ProgressEvent.Warning("The catalogs were not compared: " + hindrance.get()));
        return Optional.empty();
      }
      ExportedSchemas schemas;
      try (ExportSnapshot moment = source.snapshot(export.databaseId(), export.snapshotOptions())) {
        schemas = ExportedSchemas.of(export, moment);
      }
      return Optional.of(new CatalogComparer(schemas).compare(there, here));
    }
  }

  private static Optional<String> hindrance(ExportRequest export, Session there, Session here) {
    if (there.majorVersion() != here.majorVersion()) {
      return Optional.of(
          "the source is PostgreSQL "
              + there.majorVersion()
              + ", the scratch server PostgreSQL "
              + here.majorVersion()
              + ", which words its catalog differently. --scratch-here compares them.");
    }
    return export.excludeCategories().isEmpty()
        ? Optional.empty()
        : Optional.of("the export left out actions of some categories.");
  }

  private static Optional<ExportOrigin> service(ProofRequest request) {
    return request
        .workspace()
        .modules()
        .find(request.export().metaExtensionName())
        .flatMap(Module::origin);
  }

  private void check() {
    if (cancelled) {
      throw Failure.interrupted("Cancelled.");
    }
  }

  /** Makes the run fail with {@code interrupted} soon; the scratch database is dropped then too. */
  public void cancel() {
    cancelled = true;
    stop.run();
  }
}
