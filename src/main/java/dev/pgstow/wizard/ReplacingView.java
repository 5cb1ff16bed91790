package dev.pgstow.wizard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Waits for the swap, which takes milliseconds and is not to be interrupted but by a second Ctrl-C.
 */
final class ReplacingView<T> extends View<T> {
  private final String what;
  private final InstantSource clock;
  private final Instant start;
  private boolean asked;

  ReplacingView(String what, InstantSource clock) {
    this.what = what;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  void draw(Canvas canvas) {
    List<String> frames = canvas.glyphs().spinner();
    long ticks = Duration.between(start, clock.instant()).toMillis() / 100;
    int after = canvas.put(1, 0, frames.get((int) (ticks % frames.size())), Role.ACCENT);
    canvas.put(after + 1, 0, what, Role.TEXT);
    if (asked) {
      canvas.put(1, 2, "This can't be stopped half-way. Ctrl-C again: do not wait.", Role.WARNING);
    }
  }

  @Override
  List<Hint> hints() {
    return List.of();
  }

  @Override
  void on(Action action) {
    // It only waits.
  }

  @Override
  boolean escape() {
    return true;
  }

  @Override
  boolean cancel() {
    boolean first = !asked;
    asked = true;
    return first;
  }

  @Override
  boolean animated() {
    return true;
  }
}
