package dev.pgstow.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampleServerTest {
  @Test
  void loads() throws Exception {
    long t = System.nanoTime();
    try (DemoServer s = DemoServer.start()) {
      System.err.println("start " + (System.nanoTime() - t) / 1000000);
    }
    assertEquals(1, 1);
  }
}
