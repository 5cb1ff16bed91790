package dev.pgstow.wizard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One screen's content and what keys do to it. Touched by the thread that draws and by no other.
 *
 * @param <R> what it ends with
 */
abstract class View<R> {
  private Optional<R> result = Optional.empty();
  private OptionalLong shown = OptionalLong.empty();

  /** Draws the body; called whenever something may have changed. */
  abstract void draw(Canvas canvas);

  /** What can be done now, in the footer's order. */
  abstract List<Hint> hints();

  /** Does one of {@link #hints()}. */
  abstract void on(Action action);

  /** Whether plain characters are text for {@link #type}. */
  boolean typing() {
    return false;
  }

  /** Takes text, when {@link #typing()} or when no action has the key. */
  void type(String text) {}

  /** Whether a plain character is its own, before any action's. */
  boolean wants(char character) {
    return false;
  }

  /** A click on a cell of the body. */
  void click(int column, int row) {}

  /** Takes Esc; false to have it ask whether to leave. */
  boolean escape() {
    return false;
  }

  /** Takes Ctrl-C; false to have it leave at once. */
  boolean cancel() {
    return false;
  }

  /** Whether it only waits: keys it has no use for are the next view's. */
  boolean waits() {
    return false;
  }

  /** Whether keys count only once the person can have read it, as on a question that matters. */
  boolean isDeliberate() {
    return false;
  }

  /** Whether it changes by itself and is to be drawn ten times a second. */
  boolean animated() {
    return false;
  }

  /** Notes that it was shown, by {@link System#nanoTime()}. */
  final void shown(long nanos) {
    shown = shown.isPresent() ? shown : OptionalLong.of(nanos);
  }

  /** Whether a key of that moment can be meant for it. */
  final boolean takes(long nanos) {
    return !isDeliberate() || (shown.isPresent() && nanos - shown.getAsLong() >= 0);
  }

  /** Ends the view. */
  final void finish(R value) {
    result = Optional.of(value);
  }

  final Optional<R> result() {
    return result;
  }
}
