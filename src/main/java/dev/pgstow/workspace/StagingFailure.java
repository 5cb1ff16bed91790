package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What an I/O error while staging means, told in terms of the target. */
final class StagingFailure {
  private StagingFailure() {}

  /** The failure; paths inside {@code fresh} are told relative to it. */
  static Failure of(IOException error, Path directory, Path fresh) {
    IOException cause = error instanceof StagingException it ? it.error() : error;
    if (cause instanceof FileSystemException it && isCollision(it)) {
      Path file =
          error instanceof StagingException staged
              ? staged.file().orElse(fresh)
              : Path.of(it.getFile() == null ? "" : it.getFile());
      String name = file.startsWith(fresh) ? fresh.relativize(file).toString() : file.toString();
      return Failure.failed(
          "file-collision",
          "Two generated files of " + directory + " can't both exist: one is " + name + ".",
          "Two names are the same, differ only in case, or one is a folder of the other. Rename"
              + " one where it comes from.",
          cause);
    }
    return DiskFailure.of(cause, "write beside", directory);
  }

  private static boolean isCollision(FileSystemException e) {
    String reason = e.getReason();
    return e instanceof FileAlreadyExistsException
        || (reason != null
            && (reason.contains("Not a directory") || reason.contains("Is a directory")));
  }
}
