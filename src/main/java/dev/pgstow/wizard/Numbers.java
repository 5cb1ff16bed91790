package dev.pgstow.wizard;

import java.time.Duration;
import java.util.Locale;

/** How amounts are written on screens. */
final class Numbers {
  private Numbers() {}

  /** {@code 36,410}. */
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 table}, {@code 14 tables}. */
  static String of(long number, String one, String many) {
    return of(number) + " " + (number == 1 ? one : many);
  }

  /** {@code 12.4 MB}. */
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  /** {@code 00:07}, {@code 1:02:03}. */
  static String clock(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 3_600
        ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 2.1 s}; from a minute on as a clock. */
  static String elapsed(Duration duration) {
    return duration.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3)
        : clock(duration);
  }
}
