package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that put files on disk behind the one that makes their contents. What waits is bounded by
 * its bytes. After the first error the rest is dropped and each call reports the error.
 */
final class FileWriters implements AutoCloseable {
  private static final long CAPACITY = 4L << 20;
  private static final long OVERHEAD = 400;

  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  private record Job(Path file, byte[] content) {
    long cost() {
      return OVERHEAD + content.length;
    }
  }

  private final Deque<Job> queue = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();

  /** The cost of what is not on disk yet. */
  private long waiting;

  private boolean closed;
  private @Nullable Throwable error;
  private @Nullable Path failedFile;

  FileWriters(int count, Supplier<FileMaker> makers) {
    for (int i = 0; i < count; i++) {
      FileMaker maker = makers.get();
      Thread thread = new Thread(() -> work(maker), "pgstow-writer-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Has the file made, now or later. Waits while too much is waiting. */
  synchronized void make(Path file, byte[] content) throws IOException {
    Job job = new Job(file, content);
    // One that alone is more than the capacity must get through too.
    await(() -> waiting > 0 && waiting + job.cost() > CAPACITY);
    queue.add(job);
    waiting += job.cost();
    notifyAll();
  }

  /** Waits until all is on disk. */
  synchronized void drain() throws IOException {
    await(() -> waiting > 0);
  }

  private interface Condition {
    boolean holds();
  }

  @SuppressWarnings("WaitNotInLoop") // It is; the condition is the caller's.
  private synchronized void await(Condition blocked) throws IOException {
    check();
    while (blocked.holds()) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw StageClosed.failure();
      }
      check();
    }
  }

  private void check() throws IOException {
    if (closed) {
      throw StageClosed.failure();
    }
    Throwable first = error;
    if (first instanceof IOException e) {
      throw new StagingException(e, failedFile);
    }
    if (first != null) {
      throw new IllegalStateException("A writer thread failed", first);
    }
  }

  private void work(FileMaker maker) {
    for (Job job = take(); job != null; job = take()) {
      Throwable failed = null;
      try {
        maker.make(job.file, job.content);
      } catch (IOException | RuntimeException | Error e) {
        failed = e;
      }
      done(job, failed);
    }
  }

  private synchronized @Nullable Job take() {
    while (queue.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        return null;
      }
    }
    if (closed) {
      return null;
    }
    return queue.remove();
  }

  private synchronized void done(Job job, @Nullable Throwable failed) {
    waiting -= job.cost();
    if (failed != null && error == null) {
      error = failed;
      failedFile = job.file;
    }
    if (error != null) {
      queue.clear();
      waiting = 0;
    }
    notifyAll();
  }

  /** Drops what waits and ends the threads, after the file each is at. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
