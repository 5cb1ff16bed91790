package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import sun.misc.Signal;

@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptsTest {
  private final CountDownLatch stopped = new CountDownLatch(1);

  private void terminate() throws InterruptedException {
    Signal.raise(new Signal("TERM"));
    assertTrue(stopped.await(10, TimeUnit.SECONDS));
  }

  @Test
  void aSignalBeforeTheLastChanceStopsTheWork() throws InterruptedException {
    try (Interrupts interrupts = Interrupts.during(stopped::countDown)) {
      terminate();
      Failure failure = assertThrows(Failure.class, interrupts::lastChance);
      assertEquals(ExitCode.TERMINATED, failure.exitCode());
      assertEquals("terminated", failure.ident());
    }
  }

  @Test
  void aSignalAfterItLetsTheWorkFinishAndTellOfItsOwnFailures() throws InterruptedException {
    try (Interrupts interrupts = Interrupts.during(stopped::countDown)) {
      interrupts.lastChance();
      terminate();
      assertEquals(Optional.empty(), interrupts.failure());
    }
  }
}
