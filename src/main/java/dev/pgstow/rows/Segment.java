package dev.pgstow.rows;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A piece of a table on its way from the connection that reads it to the file. What waits in
 * between is bounded.
 */
final class Segment {
  /**
   * Bytes of JSON.
   *
   * @param rows that ended since the chunk before
   * @param inexact of the whole piece, by column, in its last chunk; else empty
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  record Chunk(byte[] bytes, int length, long rows, boolean last, List<Long> inexact) {}

  private final String sql;
  private final boolean last;
  private final BlockingQueue<Chunk> queue;
  private final Queue<byte[]> spares;
  private final Runnable written;

  /**
   * A piece.
   *
   * @param sql the COPY that reads it
   * @param last whether no piece of the table comes after it
   * @param capacity chunks that may wait
   * @param spares buffers to use again
   * @param written told once all of it is in the file
   */
  Segment(String sql, boolean last, int capacity, Queue<byte[]> spares, Runnable written) {
    this.sql = sql;
    this.last = last;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.spares = spares;
    this.written = written;
  }

  String sql() {
    return sql;
  }

  boolean isLast() {
    return last;
  }

  /** Hands over a full buffer and gives another; waits while too much is waiting. */
  byte[] put(byte[] buffer, int length, long rows) {
    send(new Chunk(buffer, length, rows, false, List.of()));
    return buffer();
  }

  /** One to fill. All come back through {@link #recycle}, so their number does not grow. */
  byte[] buffer() {
    byte[] spare = spares.poll();
    return spare == null ? new byte[JsonSink.SIZE] : spare;
  }

  /** Hands over the last buffer. */
  void end(byte[] buffer, int length, long rows, List<Long> inexact) {
    send(new Chunk(buffer, length, rows, true, inexact));
  }

  private void send(Chunk chunk) {
    try {
      queue.put(chunk);
    } catch (InterruptedException e) {
      throw Stopped.here();
    }
  }

  Chunk take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw Stopped.here();
    }
  }

  void recycle(Chunk chunk) {
    spares.add(chunk.bytes());
    if (chunk.last()) {
      written.run();
    }
  }
}
