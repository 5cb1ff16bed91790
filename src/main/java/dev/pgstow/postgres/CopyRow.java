package dev.pgstow.postgres;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a COPY. */
@FunctionalInterface
public interface CopyRow {
  /** One row: a text a column, null for NULL; the array is the handler's to keep. */
  void row(@Nullable String[] values) throws IOException;
}
