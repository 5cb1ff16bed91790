package dev.pgstow.wizard;

import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How far an export, a proof or a deployment has come. Engines only put events in a queue; the
 * drawing thread takes them out with {@link #update()} and alone touches the rest.
 */
final class ProgressBoard implements ProgressListener {

  /** A phase or a table: what is done of how much, since when, and for how long if it is over. */
  record Track(
      String name,
      long done,
      OptionalLong total,
      long bytes,
      Instant start,
      Optional<Duration> elapsed) {

    Track advanced(long nowDone, long nowBytes) {
      return new Track(name, nowDone, total, nowBytes, start, elapsed);
    }

    Track finished(long nowDone, long nowBytes, Duration took) {
      return new Track(name, nowDone, total, nowBytes, start, Optional.of(took));
    }

    /** Columns of {@code width} that are full; never all of them before it is over. */
    int bar(int width) {
      if (elapsed.isPresent()) {
        return width;
      }
      double share = total.isPresent() ? (double) done / Math.max(1, total.getAsLong()) : 0;
      return (int) Math.max(0, Math.min(width - 1L, Math.round(share * width)));
    }

    /** Time that is left, where the total is known and something is done already. */
    Optional<Duration> left(Instant now) {
      long millis = Duration.between(start, now).toMillis();
      if (total.isEmpty() || done <= 0 || millis < 1_000 || done >= total.getAsLong()) {
        return Optional.empty();
      }
      return Optional.of(Duration.ofMillis((total.getAsLong() - done) * millis / done));
    }
  }

  private final InstantSource clock;
  private final Queue<ProgressEvent> events = new ConcurrentLinkedQueue<>();
  private final Map<Phase, Track> phases = new EnumMap<>(Phase.class);
  private final Map<String, Track> reading = new LinkedHashMap<>();
  private final List<Track> read = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Passes passes = new Passes();
  private long rowsRead;
  private long bytesRead;

  ProgressBoard(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void on(ProgressEvent event) {
    events.add(event);
  }

  /** Takes in what was told since the last time. */
  void update() {
    ProgressEvent event;
    while ((event = events.poll()) != null) {
      take(event);
    }
  }

  private void take(ProgressEvent event) {
    if (event instanceof ProgressEvent.PhaseStarted e) {
      phases.put(e.phase(), track(e.phase().label(), e.total()));
    } else if (event instanceof ProgressEvent.PhaseAdvanced e) {
      phases.put(e.phase(), phase(e.phase()).advanced(e.done(), e.bytes()));
    } else if (event instanceof ProgressEvent.PhaseFinished e) {
      Track track = phase(e.phase());
      phases.put(e.phase(), track.finished(e.done(), track.bytes(), e.elapsed()));
    } else if (event instanceof ProgressEvent.TableStarted e) {
      reading.put(e.table(), track(e.table(), e.rows()));
    } else if (event instanceof ProgressEvent.TableAdvanced e) {
      reading.computeIfPresent(e.table(), (table, track) -> track.advanced(e.rows(), e.bytes()));
    } else if (event instanceof ProgressEvent.TableFinished e) {
      finish(e);
    } else if (event instanceof ProgressEvent.Warning e) {
      warnings.add(e.message());
    } else {
      passes.take(event, clock.instant());
    }
  }

  private void finish(ProgressEvent.TableFinished e) {
    Track started = reading.remove(e.table());
    Track track = started == null ? track(e.table(), OptionalLong.empty()) : started;
    read.add(track.finished(e.rows(), e.bytes(), e.elapsed()));
    rowsRead += e.rows();
    bytesRead += e.bytes();
  }

  private Track track(String name, OptionalLong total) {
    return new Track(name, 0, total, 0, clock.instant(), Optional.empty());
  }

  private Track phase(Phase phase) {
    Track known = phases.get(phase);
    return known == null ? track(phase.label(), OptionalLong.empty()) : known;
  }

  Optional<Track> of(Phase phase) {
    return Optional.ofNullable(phases.get(phase));
  }

  Collection<Track> reading() {
    return reading.values();
  }

  List<Track> read() {
    return read;
  }

  /** Modules whose changes are gone through. */
  List<Passes.Pass> passes() {
    return passes.all();
  }

  List<String> warnings() {
    return warnings;
  }

  long rows() {
    return rowsRead + reading.values().stream().mapToLong(Track::done).sum();
  }

  /** Bytes of rows and of actions so far. */
  long bytes() {
    return bytesRead
        + reading.values().stream().mapToLong(Track::bytes).sum()
        + of(Phase.ACTIONS).map(Track::bytes).orElse(0L);
  }
}
