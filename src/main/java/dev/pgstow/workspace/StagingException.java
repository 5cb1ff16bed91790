package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An I/O error of a writer thread, brought to the thread that waits for it. */
final class StagingException extends IOException {
  private static final long serialVersionUID = 1L;

  private final IOException error;
  private final transient @Nullable Path file;

  StagingException(IOException error, @Nullable Path file) {
    super(error);
    this.error = error;
    this.file = file;
  }

  IOException error() {
    return error;
  }

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
