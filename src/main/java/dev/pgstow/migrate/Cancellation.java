package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import org.jspecify.annotations.Nullable;

/** Whether a run was cancelled, from any thread, and the session that hears of it. */
final class Cancellation {
  private volatile boolean cancelled;
  private volatile @Nullable Session session;

  /** Makes the run fail soon. */
  void cancel() {
    cancelled = true;
    Session running = session;
    if (running != null) {
      running.cancel();
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
