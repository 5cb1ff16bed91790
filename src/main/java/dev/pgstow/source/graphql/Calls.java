package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What is under way at a server, so that it can be ended from another thread. */
final class Calls {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<AutoCloseable> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean cancelled;

  /** Notes what a cancel shall end, by closing it. */
  void began(AutoCloseable call) {
    boolean tooLate;
    lock.lock();
    try {
      running.add(call);
      tooLate = cancelled;
    } finally {
      lock.unlock();
    }
    if (tooLate) {
      end(call);
    }
  }

  /** Forgets what is over. */
  void ended(AutoCloseable call) {
    lock.lock();
    try {
      running.remove(call);
    } finally {
      lock.unlock();
    }
  }

  /** Ends what is under way, and all that would begin. */
  void cancel() {
    List<AutoCloseable> calls;
    lock.lock();
    try {
      cancelled = true;
      changed.signalAll();
      calls = List.copyOf(running);
    } finally {
      lock.unlock();
    }
    calls.forEach(Calls::end);
  }

  private static void end(AutoCloseable call) {
    try {
      call.close();
    } catch (Exception e) {
      // It is over all the same.
      return;
    }
  }

  /** Lets begin what a cancel has kept from it. */
  void resume() {
    lock.lock();
    try {
      cancelled = false;
    } finally {
      lock.unlock();
    }
  }

  void requireGoing() {
    lock.lock();
    try {
      if (cancelled) {
        throw Failure.interrupted("Interrupted while reading through GraphQL.");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits, unless cancelled. */
  void pause(long milliseconds) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
      while (left > 0 && !cancelled) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancelled = true;
    } finally {
      lock.unlock();
    }
    requireGoing();
  }
}
