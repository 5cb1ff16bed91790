package dev.pgstow.export;

import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.Preview;
import dev.pgstow.workspace.Staging;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** The pair of modules the engine has staged. */
final class StagedModules implements StagedExport {
  private final Staging staging;
  private final ExportSummary summary;
  private final ProgressListener listener;
  private final Duration stagedIn;

  StagedModules(Staging staging, ExportSummary summary, ProgressListener listener, long startedAt) {
    this.staging = staging;
    this.summary = summary;
    this.listener = listener;
    this.stagedIn = Duration.ofNanos(System.nanoTime() - startedAt);
  }

  @Override
  public Preview preview() {
    return summary.preview().orElseThrow();
  }

  @Override
  public ExportResult result() {
    return summary.result(false, stagedIn);
  }

  @Override
  public ExportResult commit() throws IOException {
    long before = System.nanoTime();
    ProgressMeter meter = ProgressMeter.phase(listener, Phase.REPLACE, OptionalLong.empty());
    staging.commit();
    meter.finishPhase(Phase.REPLACE);
    // The time somebody took to say yes is not the export's.
    return summary.result(true, stagedIn.plusNanos(System.nanoTime() - before));
  }

  @Override
  public void close() {
    staging.close();
  }
}
