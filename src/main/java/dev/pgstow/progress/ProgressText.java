package dev.pgstow.progress;

import java.time.Duration;
import java.util.Locale;

/** Numbers and times the way progress and results show them. */
public final class ProgressText {
  private ProgressText() {}

  /** {@code 12,345}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 12,345 rows}, {@code 1 row}. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 0.4 s}, {@code 2:05}. */
  public static String time(Duration elapsed) {
    return elapsed.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0)
        : String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
  }

  /** {@code 12.4 MB}. */
  public static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
