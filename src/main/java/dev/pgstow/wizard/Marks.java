package dev.pgstow.wizard;

import dev.pgstow.prompt.Choice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Notes about choices, found out in the background for those that have been drawn, last drawn
 * first. Used by the drawing thread; closing stops the finding out.
 */
final class Marks implements AutoCloseable {
  private static final int PENDING = 128;

  private final Consumer<Runnable> post;
  private final Function<Choice, String> mark;
  private final Map<String, String> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final LinkedBlockingDeque<Choice> pending = new LinkedBlockingDeque<>();
  private final Thread worker;
  private boolean any;

  /**
   * Notes by {@code mark}.
   *
   * @param post has the drawing thread run something
   */
  Marks(Consumer<Runnable> post, Function<Choice, String> mark) {
    this.post = post;
    this.mark = mark;
    worker = new Thread(this::work, "pgstow-marks");
    worker.setDaemon(true);
    worker.start();
  }

  /** The note, or nothing yet. */
  String of(Choice choice) {
    if (asked.add(choice.value())) {
      pending.addFirst(choice);
      forget();
    }
    return known.getOrDefault(choice.value(), "");
  }

  /** Whether any choice has a note. */
  boolean any() {
    return any;
  }

  /** Rows that were scrolled past long ago are asked again when they are drawn again. */
  private void forget() {
    Deque<Choice> dropped = new ArrayDeque<>();
    while (pending.size() > PENDING) {
      Choice last = pending.pollLast();
      if (last != null) {
        dropped.add(last);
      }
    }
    dropped.forEach(choice -> asked.remove(choice.value()));
  }

  private void work() {
    try {
      while (true) {
        Choice choice = pending.takeFirst();
        String found = find(choice);
        post.accept(() -> learn(choice, found));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String find(Choice choice) {
    try {
      return mark.apply(choice);
    } catch (RuntimeException e) {
      // A note is a courtesy: choosing the row will tell what is wrong with it.
      return "?";
    }
  }

  private void learn(Choice choice, String found) {
    known.put(choice.value(), found);
    any |= !found.isEmpty();
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
