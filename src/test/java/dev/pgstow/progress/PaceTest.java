package dev.pgstow.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void rateAndRestAreToldOnceTheyMeanSomething() {
    Pace pace = new Pace(OptionalLong.of(10_000), 0);
    assertEquals("", pace.text(500, SECOND / 2));
    assertEquals("  500 rows/s  0:18 left", pace.text(1_000, 2 * SECOND));
    assertEquals("  10 rows/s  16:20 left", pace.text(200, 20 * SECOND));
    assertEquals("  6,000 rows/s", pace.text(12_000, 2 * SECOND));
    assertEquals("  500 rows/s", new Pace(OptionalLong.empty(), 0).text(1_000, 2 * SECOND));
    assertEquals("", Pace.UNKNOWN.text(1_000, SECOND));
  }
}
