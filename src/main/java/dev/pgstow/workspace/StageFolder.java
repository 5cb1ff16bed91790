package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder beside the modules of one output folder, hence on their file system: {@code new/<name>}
 * is what will be swapped in, {@code old/<name>} what was swapped out.
 *
 * @param path {@code <outdir>/.pgstow-stage-<random>}
 */
record StageFolder(Path path) {
  static final String PREFIX = ".pgstow-stage-";

  static StageFolder create(Path outdir) throws IOException {
    return new StageFolder(Files.createTempDirectory(outdir, PREFIX));
  }

  /** The stages in an output folder; none if it is not there. Links are not stages. */
  static List<StageFolder> in(Path outdir) throws IOException {
    List<StageFolder> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(outdir, PREFIX + "*")) {
      for (Path path : stream) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          found.add(new StageFolder(path));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
    return found;
  }

  /** Whether a path is named and placed as a stage is, and is there. */
  static boolean is(Path path) {
    return path.getFileName() != null
        && path.getFileName().toString().startsWith(PREFIX)
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  Path outdir() {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalStateException("a stage has a parent");
    }
    return parent;
  }

  Path fresh(String module) {
    return path.resolve("new").resolve(module);
  }

  Path old(String module) {
    return path.resolve("old").resolve(module);
  }

  /** Where the list of a module's staged files is kept while it is written. */
  Path fileList(String module) {
    return path.resolve(module + ".files");
  }
}
