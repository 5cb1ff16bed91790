package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.FolderStaging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A dump that is written aside. The caller closes it; what was not committed is then removed. */
public final class StagedDump implements AutoCloseable {
  private final DumpRequest request;
  private final Catalog catalog;
  private final FolderStaging staging;
  private final Optional<Manifest> former;
  private final Runnable goesOn;
  private final long started;

  /**
   * A dump.
   *
   * @param goesOn fails if the dump was cancelled
   */
  StagedDump(
      DumpRequest request,
      Catalog catalog,
      FolderStaging staging,
      Optional<Manifest> former,
      Runnable goesOn,
      long started) {
    this.request = request;
    this.catalog = catalog;
    this.staging = staging;
    this.former = former;
    this.goesOn = goesOn;
    this.started = started;
  }

  /** Where it goes. */
  public Path output() {
    return staging.folder();
  }

  /** Whether nothing is there yet. */
  public boolean isNew() {
    return staging.isEmpty();
  }

  /** Whether a former dump is there. */
  public boolean isReplacement() {
    return former.isPresent();
  }

  /**
   * What {@link #commit} would change.
   *
   * @throws Failure if the disk can't be read
   */
  public FolderStaging.Changes changes() {
    return staging.changes(owned());
  }

  /** What is not carried. */
  public List<Catalog.Omission> omissions() {
    return catalog.omissions();
  }

  /** Files of the former dump that were edited by hand and would be lost. */
  public List<String> edited() {
    List<String> edited = new ArrayList<>();
    Map<String, String> staged = staging.staged();
    former
        .map(Manifest::files)
        .orElse(Map.of())
        .forEach(
            (path, sha256) -> {
              Path file = staging.folder().resolve(path);
              if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                String there = sha256(file);
                if (!there.equals(sha256) && !there.equals(staged.get(path))) {
                  edited.add(path);
                }
              }
            });
    return edited;
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Failure.failed(
          "disk-error", "Could not read " + file + ": " + e.getMessage() + ".", "", e);
    }
  }

  /**
   * Swaps the dump in.
   *
   * @throws Failure {@code interrupted}, or as {@link FolderStaging#commit}; then the folder is as
   *     it was
   */
  public DumpResult commit(ProgressListener listener) {
    goesOn.run();
    List<String> overwritten = edited();
    long before = System.nanoTime();
    listener.on(new ProgressEvent.PhaseStarted(Phase.REPLACE, OptionalLong.empty()));
    FolderStaging.Changes changes = staging.commit(owned());
    listener.on(
        new ProgressEvent.PhaseFinished(
            Phase.REPLACE,
            changes.added() + changes.changed() + changes.removed(),
            Duration.ofNanos(System.nanoTime() - before)));
    return new DumpResult(
        staging.folder(),
        request.layout(),
        catalog.seen(),
        catalog.written(),
        catalog.objects().size(),
        catalog.omissions(),
        catalog.notes(),
        changes,
        overwritten,
        Duration.ofNanos(System.nanoTime() - started));
  }

  private Set<String> owned() {
    Set<String> owned = new HashSet<>();
    former.ifPresent(
        manifest -> {
          owned.addAll(manifest.files().keySet());
          owned.add(Manifest.NAME);
        });
    return owned;
  }

  @Override
  public void close() {
    staging.close();
  }
}
