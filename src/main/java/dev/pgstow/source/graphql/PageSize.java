package dev.pgstow.source.graphql;

/** How many rows to ask for at once: as many as come quickly and are not too large. */
final class PageSize {
  private static final int FIRST = 200;
  private static final int LARGEST = 1000;
  private static final long MUCH = 1 << 20;
  private static final long LITTLE = 1 << 18;
  private static final long SLOW_MILLIS = 5_000;

  private int rows = FIRST;

  synchronized int rows() {
    return rows;
  }

  /** Learns from a page. */
  synchronized void came(int read, long characters, long milliseconds) {
    if (characters > MUCH || milliseconds > SLOW_MILLIS) {
      shrink();
    } else if (read == rows && characters < LITTLE) {
      rows = Math.min(LARGEST, rows * 2);
    }
  }

  /** Whether it can be made smaller, which it then is. */
  synchronized boolean shrink() {
    boolean can = rows > 1;
    rows = Math.max(1, rows / 2);
    return can;
  }
}
