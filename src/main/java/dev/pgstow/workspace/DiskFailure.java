package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** What an I/O error means to the person at the keyboard. */
public final class DiskFailure {
  private DiskFailure() {}

  /**
   * The failure for an error.
   *
   * @param doing what was tried, such as {@code write}
   * @param place the file or folder it was tried on
   */
  public static Failure of(IOException error, String doing, Path place) {
    String reason = reason(error);
    String what = "Could not " + doing + " " + place + ": ";
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("no space") || lower.contains("not enough space")) {
      return failure(
          "disk-full",
          what + "the disk is full.",
          "Free space on the disk that holds it; both modules must fit beside the old ones.",
          error);
    }
    if (lower.contains("quota exceeded")) {
      return failure("disk-full", what + "your disk quota is used up.", "Free space.", error);
    }
    if (lower.contains("read-only")) {
      return failure(
          "disk-read-only",
          what + "the file system is read-only.",
          "Choose another folder or mount it for writing.",
          error);
    }
    if (error instanceof AccessDeniedException
        || lower.contains("permission denied")
        || lower.contains("not permitted")) {
      return failure(
          "permission-denied",
          what + "permission denied.",
          "Check who owns the folder, or choose another one.",
          error);
    }
    if (lower.contains("too many open files")) {
      return failure(
          "too-many-open-files",
          what + "this process has too many open files.",
          "Raise the limit (ulimit -n).",
          error);
    }
    if (lower.contains("name too long")) {
      return failure("name-too-long", what + "the name is too long.", "Use shorter names.", error);
    }
    return failure("disk-error", what + reason + ".", "", error);
  }

  private static Failure failure(String ident, String message, String hint, IOException error) {
    return Failure.failed(ident, message, hint, error);
  }

  private static String reason(IOException error) {
    if (error instanceof FileSystemException it && it.getReason() != null) {
      return it.getReason();
    }
    String message = error.getMessage();
    String name = error.getClass().getSimpleName();
    return message == null ? name : error instanceof FileSystemException ? name : message;
  }
}
