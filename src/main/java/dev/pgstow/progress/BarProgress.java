package dev.pgstow.progress;

import dev.pgstow.display.Sanitizer;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Progress as one line on a terminal that is drawn over, ten times a second at most, and as a line
 * left behind for every finished phase. Never shows 100 % before a phase is done. Thread-safe.
 */
public final class BarProgress implements ProgressListener, AutoCloseable {
  /** Without autowrap: a window too narrow for the line cuts it. */
  private static final String DRAW = "\r\u001b[K\u001b[?7l%s\u001b[?7h";

  private static final long INTERVAL_NANOS = 100_000_000;

  private final PrintStream out;
  private final Map<String, Pace> tables = new HashMap<>();
  private long drawnAt;
  private OptionalLong total = OptionalLong.empty();
  private boolean drawn;

  /** A bar on a terminal's stream, which stays open. */
  public BarProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    if (event instanceof ProgressEvent.PhaseStarted started) {
      total = started.total();
      draw(started.phase().label(), 0, total, "", true);
    } else if (event instanceof ProgressEvent.PhaseAdvanced advanced) {
      draw(advanced.phase().label(), advanced.done(), total, "", false);
    } else if (event instanceof ProgressEvent.TableStarted table) {
      tables.put(table.table(), new Pace(table.rows(), System.nanoTime()));
      draw(table.table(), 0, table.rows(), "", false);
    } else if (event instanceof ProgressEvent.TableAdvanced table) {
      Pace pace = tables.getOrDefault(table.table(), Pace.UNKNOWN);
      String text = pace.text(table.rows(), System.nanoTime());
      draw(table.table(), table.rows(), pace.total(), text, false);
    } else if (event instanceof ProgressEvent.TableFinished table) {
      tables.remove(table.table());
    } else if (event instanceof ProgressEvent.PhaseFinished finished) {
      finished(finished.phase().label(), finished.done(), finished.elapsed());
    } else if (event instanceof ProgressEvent.ChangeStarted change) {
      draw(
          change.activity().label() + " " + change.module(),
          change.number() - 1L,
          OptionalLong.of(change.total()),
          "",
          change.number() == 1);
    } else if (event instanceof ProgressEvent.ModuleFinished module) {
      finished(
          module.activity().label() + " " + module.module(), module.changes(), module.elapsed());
    } else if (event instanceof ProgressEvent.ServerNotice notice) {
      clear();
      out.println(Sanitizer.visible(notice.severity() + ": " + notice.message()));
    } else if (event instanceof ProgressEvent.Warning warning) {
      clear();
      out.println("! " + Sanitizer.visible(warning.message()));
    }
    out.flush();
  }

  private void finished(String label, long done, Duration elapsed) {
    clear();
    String items = done == 0 ? "" : ProgressText.count(done);
    out.printf("✓ %-28s %10s  %s%n", Sanitizer.visible(label), items, ProgressText.time(elapsed));
  }

  private void draw(String label, long done, OptionalLong whole, String pace, boolean now) {
    long time = System.nanoTime();
    if (now || time - drawnAt >= INTERVAL_NANOS) {
      drawnAt = time;
      out.printf(DRAW, ProgressLine.of(label, done, whole, pace));
      drawn = true;
    }
  }

  private void clear() {
    if (drawn) {
      out.print("\r\u001b[K");
      drawn = false;
    }
  }

  /** Removes the unfinished line. The stream stays open. */
  @Override
  public synchronized void close() {
    clear();
    out.flush();
  }
}
