package dev.pgstow.cli;

import dev.pgstow.progress.BarProgress;
import dev.pgstow.progress.LineProgress;
import dev.pgstow.progress.ProgressListener;

/**
 * Where a run's progress goes: a bar on a terminal, plain lines elsewhere, JSON lines, or nowhere.
 */
record Progress(ProgressListener listener, Runnable end) implements AutoCloseable {

  static Progress of(Surroundings surroundings, GlobalOptions global) {
    if (global.json) {
      return new Progress(new JsonEvents(surroundings.out()), () -> {});
    }
    if (global.quiet) {
      return new Progress(ProgressListener.none(), () -> {});
    }
    boolean accessible = surroundings.environment().containsKey("ACCESSIBLE");
    if (surroundings.canDrawProgress() && !global.plain && !global.verbose && !accessible) {
      BarProgress bar = new BarProgress(surroundings.err());
      return new Progress(bar, bar::close);
    }
    return new Progress(new LineProgress(surroundings.err(), global.verbose), () -> {});
  }

  @Override
  public void close() {
    end.run();
  }
}
