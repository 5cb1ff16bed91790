package dev.pgstow.wizard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Waits for background work and says for how long already. Esc goes back, Ctrl-C leaves; both stop
 * the work.
 *
 * @param <T> what the work gives
 */
final class LoadingView<T> extends View<Reply<T>> {
  private final String what;
  private final InstantSource clock;
  private final Instant start;
  private final Runnable stop;

  LoadingView(String what, InstantSource clock, Runnable stop) {
    this.what = what;
    this.clock = clock;
    this.start = clock.instant();
    this.stop = stop;
  }

  @Override
  void draw(Canvas canvas) {
    Duration elapsed = Duration.between(start, clock.instant());
    List<String> frames = canvas.glyphs().spinner();
    int frame = (int) (elapsed.toMillis() / 100 % frames.size());
    int after = canvas.put(1, 0, frames.get(frame), Role.ACCENT);
    after = canvas.put(after + 1, 0, what, Role.TEXT);
    if (elapsed.toSeconds() >= 1) {
      canvas.put(after + 2, 0, Numbers.clock(elapsed), Role.DIM);
    }
  }

  @Override
  List<Hint> hints() {
    return List.of(new Hint(Action.ESCAPE, "stop"), new Hint(Action.CANCEL, "leave"));
  }

  @Override
  void on(Action action) {
    // It only waits.
  }

  @Override
  boolean escape() {
    stop.run();
    finish(new Reply.Back<>());
    return true;
  }

  @Override
  boolean cancel() {
    stop.run();
    return false;
  }

  @Override
  boolean waits() {
    return true;
  }

  @Override
  boolean animated() {
    return true;
  }
}
