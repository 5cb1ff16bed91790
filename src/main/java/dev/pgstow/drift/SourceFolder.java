package dev.pgstow.drift;

import dev.pgstow.dump.Manifest;
import dev.pgstow.dump.ManifestFile;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The SQL files of a source.
 *
 * @param manifest of the dump it is; empty if it is none
 * @param ordered files of the dump that are there, in the order in which they load
 * @param loose all other files, which load in whatever order works
 */
record SourceFolder(Optional<Manifest> manifest, List<Path> ordered, List<Path> loose) {
  /** What a dump includes its files by; psql's, not the server's. */
  private static final String LOAD = "load.sql";

  SourceFolder {
    ordered = List.copyOf(ordered);
    loose = List.copyOf(loose);
  }

  /**
   * Looks through a folder and all below it; links and hidden files are left out.
   *
   * @throws Failure {@code source-not-found}, {@code source-empty}, {@code manifest-malformed},
   *     {@code disk-error}
   */
  static SourceFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Failure.failed(
          "source-not-found",
          "There is no folder " + folder + ".",
          "Name the source with --source or --module; pgstow dump makes one.");
    }
    Optional<Manifest> manifest = ManifestFile.read(folder);
    Set<Path> ordered = new LinkedHashSet<>();
    manifest.ifPresent(
        it ->
            it.objects().stream()
                .map(object -> folder.resolve(object.file()))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .forEach(ordered::add));
    List<Path> loose = new ArrayList<>(scripts(folder));
    loose.removeAll(ordered);
    loose.remove(folder.resolve(LOAD));
    if (ordered.isEmpty() && loose.isEmpty() && manifest.isEmpty()) {
      throw Failure.failed(
          "source-empty",
          folder + " holds no file that ends in .sql.",
          "Name the source with --source or --module; pgstow dump makes one.");
    }
    return new SourceFolder(manifest, List.copyOf(ordered), loose);
  }

  /** The files of SQL in a folder, which need not be there, and below it; sorted. */
  static List<Path> scripts(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      // Nothing is walked behind a link; the folder itself may be one.
      Path real = folder.toRealPath();
      try (Stream<Path> walk = Files.walk(real)) {
        return walk.filter(file -> isScript(real, file))
            .map(file -> folder.resolve(real.relativize(file)))
            .sorted()
            .toList();
      }
    } catch (IOException | UncheckedIOException e) {
      throw Failure.failed(
          "disk-error", "Could not read " + folder + ": " + e.getMessage() + ".", "", e);
    }
  }

  private static boolean isScript(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return file.toString().endsWith(".sql") && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
