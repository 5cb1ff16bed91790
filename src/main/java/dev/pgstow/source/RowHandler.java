package dev.pgstow.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a metadata table. */
@FunctionalInterface
public interface RowHandler {
  /** One row; the array is the handler's to keep. */
  void row(@Nullable String[] values) throws IOException;
}
