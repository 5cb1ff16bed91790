package dev.pgstow.cli;

import dev.pgstow.export.ExportWorld;

/** An export's world that holds something open. */
interface SourceWorld extends ExportWorld, AutoCloseable {
  /** Stops what is running at the source, from any thread. */
  void cancel();

  @Override
  void close();
}
