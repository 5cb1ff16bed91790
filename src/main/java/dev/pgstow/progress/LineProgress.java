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
    } else if (event instanceof ProgressEvent.ChangeFinished change && verbose) {
      out.println(
          "  "
              + change.activity().label()
              + " "
              + Sanitizer.visible(change.module() + ":" + change.change())
              + " ("
              + ProgressText.time(change.elapsed())
              + ")");
    } else if (event instanceof ProgressEvent.ModuleFinished module) {
      out.println(
          module.activity().label()
              + " "
              + Sanitizer.visible(module.module())
              + ": "
              + ProgressText.count(module.changes(), "change")
              + " ("
              + ProgressText.time(module.elapsed())
              + ")");
    } else if (event instanceof ProgressEvent.ServerNotice notice) {
      out.println(Sanitizer.visible(notice.severity() + ": " + notice.message()));
    } else if (event instanceof ProgressEvent.Warning warning) {
      out.println("warning: " + Sanitizer.visible(warning.message()));
    }
    out.flush();
  }
}
