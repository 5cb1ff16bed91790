package dev.pgstow.export;

import dev.pgstow.workspace.Preview;
import java.io.IOException;

/**
 * An export that is written beside its targets and waits for a yes. Closing it without {@link
 * #commit()} leaves everything as it was. The caller closes it.
 */
public interface StagedExport extends AutoCloseable {

  /** What committing would change on disk. */
  Preview preview();

  /** What was exported; {@link ExportResult#written()} is false until {@link #commit()}. */
  ExportResult result();

  /** Swaps both modules in and tells what was done. */
  ExportResult commit() throws IOException;

  @Override
  void close();
}
