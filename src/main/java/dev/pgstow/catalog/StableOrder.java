package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * A topological sort that disturbs the given order least, as pg_dump's {@code TopoSort}: it fills
 * the list from the end, always with the last item nobody placed earlier waits for. An item that is
 * needed earlier than it stands so moves to just before where it is needed.
 */
final class StableOrder {
  private StableOrder() {}

  /**
   * Orders items.
   *
   * @param ranked in the order they should have
   * @param requires what must stand before an item; no circles
   * @throws IllegalArgumentException if there is a circle
   */
  static <T> List<T> of(List<T> ranked, Function<T, ? extends Collection<T>> requires) {
    Map<T, Integer> ranks = new HashMap<>();
    for (T item : ranked) {
      ranks.put(item, ranks.size());
    }
    int[] waiting = new int[ranked.size()];
    for (T item : ranked) {
      requires.apply(item).forEach(other -> waiting[rank(ranks, other)]++);
    }
    PriorityQueue<Integer> free = new PriorityQueue<>(Collections.reverseOrder());
    for (int rank = 0; rank < waiting.length; rank++) {
      if (waiting[rank] == 0) {
        free.add(rank);
      }
    }
    List<T> reversed = new ArrayList<>(ranked.size());
    while (!free.isEmpty()) {
      T item = ranked.get(free.remove());
      reversed.add(item);
      for (T other : requires.apply(item)) {
        int rank = rank(ranks, other);
        if (--waiting[rank] == 0) {
          free.add(rank);
        }
      }
    }
    if (reversed.size() < ranked.size()) {
      throw new IllegalArgumentException("The items require one another in a circle.");
    }
    Collections.reverse(reversed);
    return reversed;
  }

  private static <T> int rank(Map<T, Integer> ranks, T item) {
    return Objects.requireNonNull(ranks.get(item), "An item requires one that is not given.");
  }
}
