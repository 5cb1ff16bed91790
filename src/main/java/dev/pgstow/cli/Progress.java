package dev.pgstow.cli;

import dev.pgstow.progress.BarProgress;
import dev.pgstow.progress.LineProgress;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;

/**
 * Where a run's progress goes: a bar on a terminal, plain lines elsewhere, JSON lines, or nowhere.
 */
record Progress(ProgressListener listener, Runnable end) implements AutoCloseable {

  static Progress of(Surroundings surroundings, GlobalOptions global) {
    if (global.json) {
      return of(new JsonEvents(surroundings.out()), global.quiet);
    }
    if (surroundings.log().isJson()) {
      return of(new JsonEvents(surroundings.log()), global.quiet);
    }
    if (global.quiet) {
      return of(new LineProgress(surroundings.err(), false), true);
    }
    boolean accessible = surroundings.environment().containsKey("ACCESSIBLE");
    if (surroundings.canDrawProgress()
        && !global.plain
        && !global.verbose
        && !global.debug
        && !accessible) {
      BarProgress bar = new BarProgress(surroundings.err());
      return new Progress(bar, bar::close);
    }
    return new Progress(new LineProgress(surroundings.err(), global.verbose), () -> {});
  }

  /** Lines; if {@code quiet} only those that say something may be wrong. */
  private static Progress of(ProgressListener lines, boolean quiet) {
    ProgressListener wanted =
        event -> {
          if (event instanceof ProgressEvent.Warning
              || event instanceof ProgressEvent.ServerNotice) {
            lines.on(event);
          }
        };
    return new Progress(quiet ? wanted : lines, () -> {});
  }

  @Override
  public void close() {
    end.run();
  }
}
