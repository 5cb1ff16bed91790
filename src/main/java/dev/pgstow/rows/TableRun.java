package dev.pgstow.rows;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A table being exported: gives out the pieces to read, and to the file's writer the same pieces in
 * order. Since they are given out in order, the first that is not finished is always being read.
 */
final class TableRun {
  /** Blocks of a piece: 4 MB where blocks have their usual size. */
  private static final long BLOCKS = 512;

  private final TableReading reading;
  private final boolean split;
  private final int capacity;
  private final Queue<byte[]> spares;
  private final Runnable written;
  private final BlockingQueue<Segment> taken = new LinkedBlockingQueue<>();
  private long next;
  private boolean allTaken;

  /**
   * A table.
   *
   * @param written told whenever a piece is in the file
   */
  TableRun(
      TableReading reading,
      boolean mayBeSplit,
      int capacity,
      Queue<byte[]> spares,
      Runnable written) {
    this.reading = reading;
    this.capacity = capacity;
    this.spares = spares;
    this.written = written;
    LiveTable table = reading.query().table();
    this.split =
        mayBeSplit
            && table.heap()
            && !table.partitioned()
            && table.blocks() > 2 * BLOCKS
            && reading.table().method() == ReadMethod.STREAMING;
  }

  TableReading reading() {
    return reading;
  }

  /** Blocks that nobody reads yet; for tables that are read whole 0 or 1. */
  synchronized long left() {
    return allTaken ? 0 : split ? reading.query().table().blocks() - next : 1;
  }

  /** Whether a piece was given out. */
  synchronized boolean isStarted() {
    return next > 0 || allTaken;
  }

  /** The next piece; empty if all are taken. */
  synchronized Optional<Segment> take() {
    if (allTaken) {
      return Optional.empty();
    }
    long start = next;
    next += BLOCKS;
    // Rows of the snapshot lie in blocks that were there when it was taken.
    allTaken = !split || next >= reading.query().table().blocks();
    String sql =
        split ? reading.query().blocks(start, allTaken ? -1 : next) : reading.query().whole();
    Segment segment = new Segment(sql, allTaken, capacity, spares, written);
    taken.add(segment);
    return Optional.of(segment);
  }

  /** The next piece for the file; waits until somebody reads it. */
  Segment awaitTaken() {
    try {
      return taken.take();
    } catch (InterruptedException e) {
      throw Stopped.here();
    }
  }
}
