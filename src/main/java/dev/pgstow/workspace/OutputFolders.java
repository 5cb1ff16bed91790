package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The folders that modules go into: made where missing, and taken back if nothing comes of it. */
final class OutputFolders {
  private final Deque<Path> made = new ArrayDeque<>();

  /** Makes the folder a target lies in, if need be, and gives its real path. */
  Path prepare(ModuleTarget target) {
    ExtensionName.check(target.name());
    Path directory = target.directory().toAbsolutePath().normalize();
    Path outdir = directory.getParent();
    if (outdir == null || !directory.getFileName().toString().equals(target.name())) {
      throw new IllegalArgumentException("Not a folder named " + target.name() + ": " + directory);
    }
    return prepare(outdir);
  }

  /** Makes a folder, if need be, and gives its real path. */
  Path prepare(Path folder) {
    Path outdir = folder.toAbsolutePath().normalize();
    try {
      make(outdir);
      return outdir.toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw notFolder(outdir, e);
    } catch (IOException e) {
      throw DiskFailure.of(e, "make the folder", outdir);
    }
  }

  private void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      make(parent);
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(folder)) {
        // Another export has made it since; it is that one's to take back.
        return;
      }
      throw e;
    }
    made.push(folder);
  }

  /** Removes the folders that were made here and are empty. */
  void takeBack() {
    try {
      while (!made.isEmpty()) {
        Files.deleteIfExists(made.pop());
      }
    } catch (IOException e) {
      // What is not empty keeps those above it too.
      return;
    }
  }

  private static Failure notFolder(Path outdir, IOException e) {
    return Failure.failed(
        "outdir-not-a-folder",
        "The output folder " + outdir + " can't be made: a file is in the way.",
        "Choose another folder.",
        e);
  }
}
