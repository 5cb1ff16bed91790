package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Whether a module can be put into a folder. */
final class TargetCheck {
  private final Path directory;
  private final String name;

  TargetCheck(Path directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  /** Fails if something is in the way that a swap must not replace. */
  void shape() throws IOException {
    if (!Layout.isThere(directory)) {
      return;
    }
    requireFolder(directory);
    for (String folder : Layout.SCRIPTS) {
      if (Layout.isThere(directory.resolve(folder))) {
        requireFolder(directory.resolve(folder));
      }
    }
    for (String file : Layout.files(name)) {
      Path path = directory.resolve(file);
      if (Layout.isThere(path) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw Failure.failed(
            Files.isSymbolicLink(path) ? "target-is-link" : "target-not-a-file",
            path + " is " + (Files.isSymbolicLink(path) ? "a link" : "no file") + ".",
            "Move it away, or choose another folder.");
      }
    }
    requireOwnModule();
  }

  private static void requireFolder(Path path) {
    if (Files.isSymbolicLink(path)) {
      throw Failure.failed(
          "target-is-link",
          path + " is a link; a module must be a folder of its own.",
          "Remove the link, or choose the folder it leads to.");
    }
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.failed(
          "target-not-a-folder",
          path + " is a file; a folder must go there.",
          "Move it away, or choose another folder.");
    }
  }

  private void requireOwnModule() throws IOException {
    if (Layout.isThere(directory.resolve(Layout.control(name)))) {
      return;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.control")) {
      for (Path other : stream) {
        throw Failure.failed(
            "target-other-module",
            directory + " holds another module: " + other.getFileName() + ".",
            "Choose another folder or another name.");
      }
    }
  }

  /** Fails if a rename into the folder or out of it can't work, so that none is begun. */
  void permissions() throws IOException {
    if (!Layout.isThere(directory)) {
      return;
    }
    requireWritable(directory);
    for (String folder : Layout.SCRIPTS) {
      Path path = directory.resolve(folder);
      if (Layout.isThere(path)) {
        requireWritable(path);
      }
    }
    Path outdir = directory.getParent();
    if (outdir != null && !Files.getFileStore(outdir).equals(Files.getFileStore(directory))) {
      throw Failure.failed(
          "target-is-mount",
          directory + " is a mount point, so nothing can be renamed into it.",
          "Mount the folder above it instead.");
    }
  }

  private static void requireWritable(Path folder) {
    if (!Files.isWritable(folder)) {
      throw Failure.failed(
          "permission-denied",
          "Could not replace files in " + folder + ": permission denied.",
          "Check who owns the folder, or choose another one.");
    }
  }
}
