package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** The failure of a disk that does not take what is written to it. */
final class InstallWrite {
  private InstallWrite() {}

  static Failure failed(String what, IOException cause) {
    return Failure.failed(
        "install-write",
        "Installing " + what + " failed while writing: " + words(cause) + ".",
        "Check that the extensions folder is writable and its disk has room.",
        cause);
  }

  /** Some of these exceptions carry the path alone, their reason being their type. */
  private static String words(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "no right to write " + denied.getFile();
    }
    if (cause instanceof NoSuchFileException gone) {
      return gone.getFile() + " is not there";
    }
    if (cause instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " is in the way";
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }
}
