package dev.pgstow.progress;

import dev.pgstow.display.Sanitizer;
import java.io.PrintStream;

/** Progress as plain lines: one when a phase or a large table ends. Thread-safe. */
public final class LineProgress implements ProgressListener {
  private static final long LARGE = 10_000;

  private final PrintStream out;
  private final boolean verbose;

  /**
   * Lines on a stream, which stays open.
   *
   * @param verbose a line for every table, not only for large ones
   */
  public LineProgress(PrintStream out, boolean verbose) {
    this.out = out;
    this.verbose = verbose;
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    if (event instanceof ProgressEvent.PhaseFinished finished) {
      String items = finished.done() == 0 ? "" : " " + ProgressText.count(finished.done());
      out.println(
          finished.phase().label()
              + ":"
              + items
              + " ("
              + ProgressText.time(finished.elapsed())
              + ")");
    } else if (event instanceof ProgressEvent.TableFinished table
        && (verbose || table.rows() >= LARGE)) {
      out.println(
          "  "
              + Sanitizer.visible(table.table())
              + ": "
              + ProgressText.count(table.rows(), "row")
              + " ("
              + ProgressText.time(table.elapsed())
              + ")");
    } else if (event instanceof ProgressEvent.Warning warning) {
      out.println("warning: " + Sanitizer.visible(warning.message()));
    }
    out.flush();
  }
}
