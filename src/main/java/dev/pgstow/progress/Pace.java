package dev.pgstow.progress;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How fast a table is being read.
 *
 * @param total its rows, where known
 * @param startedAt by {@code System.nanoTime}
 */
record Pace(OptionalLong total, long startedAt) {
  static final Pace UNKNOWN = new Pace(OptionalLong.empty(), Long.MAX_VALUE);
  private static final double NANOS = 1e9;

  /** {@code 12,345 rows/s 0:42 left}, as far as it can be told; with blanks before it. */
  String text(long rows, long now) {
    double seconds = (now - startedAt) / NANOS;
    if (rows == 0 || seconds < 1) {
      return "";
    }
    double rate = rows / seconds;
    String text = "  " + ProgressText.count(Math.round(rate)) + " rows/s";
    return total.isPresent() && total.getAsLong() > rows
        ? text + "  " + left((total.getAsLong() - rows) / rate) + " left"
        : text;
  }

  private static String left(double seconds) {
    Duration left = Duration.ofSeconds(Math.max(1, Math.round(seconds)));
    return String.format("%d:%02d", left.toMinutes(), left.toSecondsPart());
  }
}
