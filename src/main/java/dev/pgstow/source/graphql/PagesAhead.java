package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.RowHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A table's pages, read by a thread of their own while the page before is worked on: no more than
 * one page waits. Begun, handed over and abandoned by one thread.
 */
final class PagesAhead {
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final SynchronousQueue<Step> steps = new SynchronousQueue<>();
  private final Reading reading;
  private volatile boolean abandoned;

  private PagesAhead(Reading reading) {
    this.reading = reading;
  }

  private sealed interface Step {
    record Rows(List<@Nullable String[]> rows) implements Step {}

    record End() implements Step {}

    record Broken(Throwable cause) implements Step {}
  }

  /** Begins to read. */
  static PagesAhead begin(TableReader reader, Reading reading) {
    PagesAhead pages = new PagesAhead(reading);
    Thread thread = new Thread(() -> pages.read(reader), "graphql " + reading.label());
    thread.setDaemon(true);
    thread.start();
    return pages;
  }

  Reading reading() {
    return reading;
  }

  private void read(TableReader reader) {
    try {
      reader.readPages(reading, rows -> offer(new Step.Rows(rows)));
      offer(new Step.End());
    } catch (IOException | RuntimeException | Error e) {
      offer(new Step.Broken(e));
    }
  }

  /** Whether somebody took it. */
  private boolean offer(Step step) {
    try {
      while (!abandoned) {
        if (steps.offer(step, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /**
   * Hands over all rows, in order.
   *
   * @throws Failure what reading throws, once the rows before are handed over
   */
  void handOver(RowHandler handler) throws IOException {
    try {
      Step step = steps.take();
      while (step instanceof Step.Rows page) {
        for (@Nullable String[] row : page.rows()) {
          handler.row(row);
        }
        step = steps.take();
      }
      if (step instanceof Step.Broken broken) {
        rethrow(broken.cause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted("Interrupted while reading through GraphQL.");
    } finally {
      abandon();
    }
  }

  private static void rethrow(Throwable cause) throws IOException {
    if (cause instanceof IOException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    throw (RuntimeException) cause;
  }

  /** Nobody wants the pages any more; reading ends after the page that is being read. */
  void abandon() {
    abandoned = true;
  }
}
