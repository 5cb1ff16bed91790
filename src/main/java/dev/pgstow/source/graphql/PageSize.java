package dev.pgstow.source.graphql;

/** How many rows to ask for at once: as many as come quickly and are not too large. */
final class PageSize {
  private static final int FIRST = 200;
  private static final int LARGEST = 1000;
  private static final long MUCH = 1 << 20;
  private static final long LITTLE = 1 << 18;
  private static final long SLOW_MILLIS = 5_000;

  private final PageLimit limit;
  private int rows = FIRST;

  PageSize(PageLimit limit) {
    this.limit = limit;
  }

  synchronized int rows() {
    return Math.min(rows, limit.rows());
  }

  /** Learns from a page. */
  synchronized void came(int read, long characters, long milliseconds) {
    if (characters > MUCH || milliseconds > SLOW_MILLIS) {
      shrink();
    } else if (read == rows() && characters < LITTLE) {
      rows = Math.min(LARGEST, rows * 2);
    }
  }

  /** Whether it can be made smaller, which it then is. */
  synchronized boolean shrink() {
    boolean can = rows() > 1;
    rows = Math.max(1, rows() / 2);
    return can;
  }

  /** The server gives so many rows of no table; whether it can be asked for fewer. */
  boolean refused(int asked) {
    limit.refused(asked);
    return asked > 1;
  }
}
