package dev.pgstow.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows put in the order of their keys, in bounded memory: what does not fit goes to temporary files
 * in sorted runs, which are merged while they are read. Add all, then take all, then close.
 */
final class SortedRows implements AutoCloseable {
  static final long MEMORY = 8_000_000;

  private final long memory;
  private final List<SortedRun> runs = new ArrayList<>();
  private final PriorityQueue<SortedRun> heads =
      new PriorityQueue<>((a, b) -> SortedRow.ORDER.compare(a.head(), b.head()));
  private List<SortedRow> rows = new ArrayList<>();
  private long size;
  private int taken = -1;

  SortedRows(long memory) {
    this.memory = memory;
  }

  void add(SortedRow row) throws IOException {
    rows.add(row);
    size += row.size();
    if (size > memory) {
      spill();
    }
  }

  /** The next row in order; null behind the last. */
  @Nullable SortedRow take() throws IOException {
    if (taken < 0) {
      begin();
    }
    if (runs.isEmpty()) {
      return taken < rows.size() ? rows.get(taken++) : null;
    }
    SortedRun first = heads.poll();
    if (first == null) {
      return null;
    }
    SortedRow row = first.head();
    if (first.advance()) {
      heads.add(first);
    }
    return row;
  }

  private void begin() throws IOException {
    taken = 0;
    if (runs.isEmpty()) {
      rows.sort(SortedRow.ORDER);
      return;
    }
    spill();
    for (SortedRun run : runs) {
      if (run.advance()) {
        heads.add(run);
      }
    }
  }

  private void spill() throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(SortedRow.ORDER);
    runs.add(SortedRun.write(rows));
    rows = new ArrayList<>();
    size = 0;
  }

  @Override
  public void close() throws IOException {
    for (SortedRun run : runs) {
      run.close();
    }
  }
}
