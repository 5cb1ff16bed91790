package dev.pgstow.wizard;

import java.util.List;
import java.util.Optional;

/**
 * One screen's content and what keys do to it. Touched by the thread that draws and by no other.
 *
 * @param <R> what it ends with
 */
abstract class View<R> {
  private Optional<R> result = Optional.empty();

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

  /** Whether it changes by itself and is to be drawn ten times a second. */
  boolean animated() {
    return false;
  }

  /** Ends the view. */
  final void finish(R value) {
    result = Optional.of(value);
  }

  final Optional<R> result() {
    return result;
  }
}
