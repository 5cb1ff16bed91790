package dev.pgstow.source.graphql;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many rows a server gives at once at most, as far as its refusals have told: Constructive's
 * server has such a limit for each database. Any thread.
 */
final class PageLimit {
  private final AtomicInteger rows = new AtomicInteger(Integer.MAX_VALUE);

  int rows() {
    return rows.get();
  }

  /** The server refused to give so many. */
  void refused(int asked) {
    rows.accumulateAndGet(Math.max(1, asked / 2), Math::min);
  }
}
