package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import org.jspecify.annotations.Nullable;

/** Whether a run was cancelled, from any thread, and the session that hears of it. */
final class Cancellation {
  private static final int TRIES = 50;
  private static final long PAUSE_MILLIS = 100;

  private volatile boolean cancelled;
  private volatile @Nullable Session session;

  /**
   * Makes the run fail soon; returns when it has, or after some seconds. Told more than once, for
   * the server forgets what it hears between two statements.
   */
  void cancel() {
    cancelled = true;
    for (int tries = 0; tries < TRIES; tries++) {
      Session running = session;
      if (running == null) {
        return;
      }
      running.cancel();
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** The session in use from now on. */
  Session watch(Session opened) {
    session = opened;
    if (cancelled) {
      opened.close();
    }
    check();
    return opened;
  }

  /** The session is no longer in use. */
  void release() {
    session = null;
  }

  boolean isCancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  /**
   * Goes on, if nobody cancelled.
   *
   * @throws Failure {@code interrupted}
   */
  void check() {
    if (isCancelled()) {
      throw failure("Cancelled.");
    }
  }

  static Failure failure(String message) {
    return Failure.interrupted(message);
  }
}
