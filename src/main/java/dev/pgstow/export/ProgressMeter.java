package dev.pgstow.export;

import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.OptionalLong;

/** Counts what one phase or table does and tells the listener some times a second at most. */
final class ProgressMeter {
  private static final long INTERVAL_NANOS = 50_000_000;

  /** Makes the event for what has been done so far. */
  @FunctionalInterface
  private interface Advance {
    ProgressEvent event(long done, long bytes);
  }

  private final ProgressListener listener;
  private final Advance advance;
  private final long startedAt = System.nanoTime();
  private long toldAt = startedAt;
  private long done;
  private long bytes;

  private ProgressMeter(ProgressListener listener, Advance advance) {
    this.listener = listener;
    this.advance = advance;
  }

  static ProgressMeter phase(ProgressListener listener, Phase phase, OptionalLong total) {
    listener.on(new ProgressEvent.PhaseStarted(phase, total));
    return new ProgressMeter(
        listener, (done, bytes) -> new ProgressEvent.PhaseAdvanced(phase, done, bytes));
  }

  static ProgressMeter table(ProgressListener listener, String table, long rows) {
    listener.on(new ProgressEvent.TableStarted(table, OptionalLong.of(rows)));
    return new ProgressMeter(
        listener, (done, bytes) -> new ProgressEvent.TableAdvanced(table, done, bytes));
  }

  void add(long items, long size) {
    done += items;
    bytes += size;
    // The clock is asked once in a while: it costs more than a row.
    if ((done & 0x3f) == 0 || size > 100_000) {
      long now = System.nanoTime();
      if (now - toldAt > INTERVAL_NANOS) {
        toldAt = now;
        listener.on(advance.event(done, bytes));
      }
    }
  }

  void finishPhase(Phase phase) {
    listener.on(new ProgressEvent.PhaseFinished(phase, done, elapsed()));
  }

  void finishTable(String table) {
    listener.on(new ProgressEvent.TableFinished(table, done, bytes, elapsed()));
  }

  long done() {
    return done;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }
}
