package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What is under way at a server, so that it can be ended from another thread. */
final class Calls {
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private CompletableFuture<?> call = CompletableFuture.completedFuture("");
  private AutoCloseable body = () -> {};
  private boolean cancelled;

  void began(CompletableFuture<?> request) {
    lock.lock();
    try {
      call = request;
      if (cancelled) {
        request.cancel(true);
      }
    } finally {
      lock.unlock();
    }
  }

  void began(TimedBody answer) throws IOException {
    lock.lock();
    try {
      body = answer;
      if (cancelled) {
        answer.close();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends what is under way, and all that would begin. */
  void cancel() {
    lock.lock();
    try {
      cancelled = true;
      changed.signalAll();
      call.cancel(true);
      body.close();
    } catch (Exception e) {
      // It is over all the same.
      return;
    } finally {
      lock.unlock();
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
