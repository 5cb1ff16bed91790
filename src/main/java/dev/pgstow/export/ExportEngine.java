package dev.pgstow.export;

import dev.pgstow.progress.ProgressListener;
import dev.pgstow.source.ExportSource;

/**
 * Exports one database of a Constructive server to an extension module and a service module. Holds
 * no state: one engine may serve several threads.
 */
public final class ExportEngine {

  /**
   * Reads the source in one snapshot and writes both modules beside their targets.
   *
   * @throws dev.pgstow.failure.Failure if it can't be done; nothing is left behind then
   */
  public StagedExport stage(ExportRequest request, ExportSource source, ProgressListener listener) {
    throw new UnsupportedOperationException();
  }
}
