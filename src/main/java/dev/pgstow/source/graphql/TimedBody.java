package dev.pgstow.source.graphql;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** A body that ends itself when it takes too long. Read by one thread, closed by any. */
final class TimedBody implements Reply.Body {
  private final Counted counted;
  private final InputStream decoded;
  private final Calls calls;
  private volatile boolean done;
  private volatile boolean timedOut;

  /**
   * A body.
   *
   * @param calls what a cancel ends; told when the body is closed
   */
  TimedBody(InputStream raw, boolean gzip, Duration timeout, Calls calls) throws IOException {
    this.counted = new Counted(raw);
    this.calls = calls;
    calls.began(counted);
    // The clock must not keep alive what has long been read.
    WeakReference<TimedBody> body = new WeakReference<>(this);
    Executor later = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    later.execute(() -> Optional.ofNullable(body.get()).ifPresent(TimedBody::expire));
    this.decoded = gzip ? new GZIPInputStream(counted) : counted;
  }

  private void expire() {
    if (!done) {
      timedOut = true;
      try {
        counted.close();
      } catch (IOException e) {
        // The reader learns of it by the same failure.
        return;
      }
    }
  }

  @Override
  public InputStream stream() {
    return decoded;
  }

  @Override
  public long bytes() {
    return counted.bytes;
  }

  @Override
  public boolean isTimedOut() {
    return timedOut;
  }

  @Override
  public void close() throws IOException {
    done = true;
    calls.ended(counted);
    counted.close();
  }

  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
