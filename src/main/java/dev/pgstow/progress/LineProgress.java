package dev.pgstow.progress;

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
              + SafeText.line(table.table())
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
              + SafeText.line(change.module() + ":" + change.change())
              + " ("
              + ProgressText.time(change.elapsed())
              + ")");
    } else if (event instanceof ProgressEvent.ModuleFinished module) {
      out.println(
          module.activity().label()
              + " "
              + SafeText.line(module.module())
              + ": "
              + ProgressText.count(module.changes(), "change")
              + " ("
              + ProgressText.time(module.elapsed())
              + ")");
    } else if (event instanceof ProgressEvent.ServerNotice notice) {
      out.println(SafeText.line(notice.severity() + ": " + notice.message()));
    } else if (event instanceof ProgressEvent.Warning warning) {
      out.println("warning: " + SafeText.line(warning.message()));
    }
    out.flush();
  }
}
