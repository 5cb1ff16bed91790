package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SegmentTest {
  private static final int PIECES = 50;

  private final Queue<byte[]> spares = new ArrayDeque<>();
  private final AtomicInteger written = new AtomicInteger();

  @Test
  void piecesUseTheBuffersOfThoseBefore() {
    for (int i = 0; i < PIECES; i++) {
      Segment segment = new Segment("COPY", false, 4, spares, written::incrementAndGet);
      byte[] second = segment.put(segment.buffer(), 10, 1);
      segment.end(second, 5, 1, List.of());
      segment.recycle(segment.take());
      segment.recycle(segment.take());
      assertEquals(i + 1, written.get());
      assertTrue(spares.size() <= 2, "buffers kept: " + spares.size());
    }
  }
}
