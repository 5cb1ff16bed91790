package dev.pgstow.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSwitchTest {

  @Test
  void whatIsUnderWayIsToldAndWhatWouldBeginFails() {
    StopSwitch stop = new StopSwitch();
    List<String> told = new ArrayList<>();
    stop.on(() -> told.add("a"));
    stop.on(() -> told.add("b"));
    stop.check();
    assertFalse(stop.isStopped());
    stop.stop();
    assertEquals(List.of("a", "b"), told);
    assertTrue(stop.isStopped());
    Failure failure = assertThrows(Failure.class, () -> stop.on(() -> told.add("c")));
    assertEquals("interrupted", failure.ident());
    assertEquals(ExitCode.INTERRUPTED, failure.exitCode());
    assertThrows(Failure.class, stop::check);
    assertEquals(List.of("a", "b"), told);
  }
}
