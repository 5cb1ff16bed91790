package dev.pgstow.drift;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.CatalogReader;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.dump.Manifest;
import dev.pgstow.dump.ManifestFile;
import dev.pgstow.dump.ObjectHash;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a live database with the hashes of the dump that was made of it. */
final class Baseline {
  private final Databases databases;
  private final StopSwitch stop;

  Baseline(Databases databases, StopSwitch stop) {
    this.databases = databases;
    this.stop = stop;
  }

  DriftResult run(DriftRequest request, ProgressListener listener) {
    long start = System.nanoTime();
    Path folder = request.source().folder();
    Manifest manifest =
        ManifestFile.read(folder)
            .orElseThrow(
                () ->
                    Failure.failed(
                        "baseline-missing",
                        folder + " has no " + Manifest.NAME + ".",
                        "Only dumps have hashes; compare without --baseline-hash."));
    Catalog live;
    try (Session session = databases.connect(request.database())) {
      stop.on(session::close);
      int server = manifest.reading().server();
      if (session.majorVersion() != server) {
        throw Failure.failed(
            "baseline-version",
            "The dump in "
                + folder
                + " is of PostgreSQL "
                + server
                + ", the server is PostgreSQL "
                + session.majorVersion()
                + ", which words its catalog differently.",
            "Compare without --baseline-hash, or dump again.");
      }
      live =
          new CatalogReader(session)
              .read(Scope.narrowed(manifest.reading().options(), request.narrow()), listener);
    } catch (Failure e) {
      throw stop.isStopped() ? Failure.interrupted("Cancelled. Nothing was changed.") : e;
    }
    return compare(request, manifest, live, start);
  }

  private static DriftResult compare(
      DriftRequest request, Manifest manifest, Catalog live, long start) {
    Map<ObjectIdentity, String> hashes = new LinkedHashMap<>();
    manifest.objects().forEach(entry -> hashes.put(entry.identity(), entry.sha256()));
    List<CatalogObject> undeclared = new ArrayList<>();
    List<DriftResult.Changed> changed = new ArrayList<>();
    for (CatalogObject object : live.objects()) {
      String hash = hashes.remove(object.identity());
      if (hash == null) {
        undeclared.add(object);
      } else if (!hash.equals(ObjectHash.of(object))) {
        changed.add(new DriftResult.Changed(object.identity(), List.of()));
      }
    }
    List<String> notes = new ArrayList<>(live.notes());
    int loose = SourceFolder.of(request.source().folder()).loose().size();
    if (loose > 0) {
      notes.add(
          loose
              + (loose == 1 ? " file is" : " files are")
              + " not part of the dump, such as pulled ones; --baseline-hash does not see them.");
    }
    return new DriftResult(
        DriftEngine.name(request.source()),
        DriftEngine.pulled(request.source()),
        undeclared,
        List.copyOf(hashes.keySet()),
        changed,
        live.omissions(),
        notes,
        Duration.ofNanos(System.nanoTime() - start));
  }
}
