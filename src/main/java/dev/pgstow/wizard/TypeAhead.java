package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyStroke;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Keys pressed while a view only waited, for the one after it. Of the drawing thread. */
final class TypeAhead {
  private static final int LIMIT = 1_000;

  private final Deque<KeyStroke> keys = new ArrayDeque<>();

  void add(KeyStroke key) {
    if (keys.size() < LIMIT) {
      keys.add(key);
    }
  }

  Optional<KeyStroke> next() {
    return Optional.ofNullable(keys.poll());
  }

  /** What comes next is not what the person was typing for. */
  void forget() {
    keys.clear();
  }
}
