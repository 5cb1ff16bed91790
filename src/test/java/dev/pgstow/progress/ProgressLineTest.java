package dev.pgstow.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.display.DisplayWidth;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String PACE = "  123,456 rows/s  12:34 left";

  private static String line(long done, long whole, String pace) {
    return ProgressLine.of("app.events", done, OptionalLong.of(whole), pace);
  }

  @Test
  void theBarIsThereWhileThereIsRoomForIt() {
    String name = "app.events" + " ".repeat(18);
    assertEquals(
        "◉ " + name + "          5", ProgressLine.of("app.events", 5, OptionalLong.empty(), ""));
    assertEquals(
        "◉ " + name + "          5  " + "█".repeat(12) + "░".repeat(12) + "  50 %",
        line(5, 10, ""));
    assertEquals("◉ " + name + "          5  50 %" + PACE, line(5, 10, PACE));
  }

  @Test
  void namesThatBeginAlikeStayDifferent() {
    String long1 = "registration_of_all_the_events_1";
    assertTrue(ProgressLine.of(long1, 1, OptionalLong.empty(), "").contains("events_1 "));
  }

  @Property(tries = 200)
  void noLineIsWiderThanATerminal(
      @ForAll String label,
      @ForAll @LongRange(min = 0) long done,
      @ForAll @LongRange(min = 0) long whole,
      @ForAll boolean paced) {
    String line = ProgressLine.of(label, done, OptionalLong.of(whole), paced ? PACE : "");
    assertTrue(DisplayWidth.of(line) <= ProgressLine.COLUMNS, line);
  }
}
