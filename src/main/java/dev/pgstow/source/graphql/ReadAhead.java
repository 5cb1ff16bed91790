package dev.pgstow.source.graphql;

import dev.pgstow.source.RowHandler;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads tables that will soon be wanted, a few at once, while the rows of the first are handed
 * over. The order of what is handed over is the asker's. One thread.
 */
final class ReadAhead implements AutoCloseable {
  private static final int TABLES_AT_ONCE = 4;

  private final TableReader reader;
  private final Deque<Reading> waiting = new ArrayDeque<>();
  private final Deque<PagesAhead> begun = new ArrayDeque<>();

  ReadAhead(TableReader reader) {
    this.reader = reader;
  }

  /** Says what will be read next, in this order; some may be passed over. */
  void expect(List<Reading> readings) {
    close();
    waiting.addAll(readings);
  }

  boolean isExpected(Reading reading) {
    return waiting.contains(reading)
        || begun.stream().anyMatch(pages -> pages.reading().equals(reading));
  }

  /** Hands over all rows of a reading; those expected before it are passed over. */
  void read(Reading reading, RowHandler handler) throws IOException {
    if (!isExpected(reading)) {
      reader.read(reading, handler);
      return;
    }
    while (!begun.isEmpty() && !begun.element().reading().equals(reading)) {
      begun.remove().abandon();
    }
    while (begun.isEmpty() && !waiting.element().equals(reading)) {
      waiting.remove();
    }
    while (begun.size() < TABLES_AT_ONCE && !waiting.isEmpty()) {
      begun.add(PagesAhead.begin(reader, waiting.remove()));
    }
    begun.remove().handOver(handler);
  }

  /** Expects nothing any more. */
  @Override
  public void close() {
    begun.forEach(PagesAhead::abandon);
    begun.clear();
    waiting.clear();
  }
}
