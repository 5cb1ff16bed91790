package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import java.util.function.Supplier;

/** What a screen waits for, and how it is stopped. Thread-safe. */
final class StoppableWork {
  private static final Runnable NOTHING = () -> {};

  private volatile Runnable running = NOTHING;
  private volatile boolean stopped;

  /** Forgets that something before was stopped. */
  void begin() {
    stopped = false;
  }

  /**
   * Does a part of the work.
   *
   * @param stop makes it fail soon; may wait
   * @throws Failure {@code interrupted} if it was stopped before; the work's own
   */
  <T> T during(Runnable stop, Supplier<T> work) {
    running = stop;
    try {
      if (stopped) {
        throw Failure.interrupted("Cancelled. Nothing was changed.");
      }
      return work.get();
    } finally {
      running = NOTHING;
    }
  }

  /** Stops what runs, and what would be begun; from any thread, without waiting. */
  void cancel() {
    stopped = true;
    // Engines wait until they have heard.
    Thread stopper = new Thread(running, "pgstow-stop");
    stopper.setDaemon(true);
    stopper.start();
  }
}
