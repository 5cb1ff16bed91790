package dev.pgstow.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds items that require one another, directly or not: Tarjan's algorithm, without recursion. */
final class Circles<T> {
  private final Function<T, ? extends Collection<T>> requires;
  private final Map<T, Visit<T>> visits = new HashMap<>();
  private final Deque<Visit<T>> open = new ArrayDeque<>();
  private final List<List<T>> found = new ArrayList<>();

  private Circles(Function<T, ? extends Collection<T>> requires) {
    this.requires = requires;
  }

  /** The groups of two and more, each in the order of its first visit. */
  static <T> List<List<T>> of(Collection<T> items, Function<T, ? extends Collection<T>> requires) {
    Circles<T> circles = new Circles<>(requires);
    for (T item : items) {
      if (!circles.visits.containsKey(item)) {
        circles.search(item);
      }
    }
    return circles.found;
  }

  private void search(T start) {
    Deque<Visit<T>> path = new ArrayDeque<>();
    path.push(visit(start));
    while (!path.isEmpty()) {
      Visit<T> here = path.element();
      if (here.left.hasNext()) {
        T next = here.left.next();
        Visit<T> seen = visits.get(next);
        if (seen == null) {
          path.push(visit(next));
        } else if (seen.open) {
          here.low = Math.min(here.low, seen.number);
        }
      } else {
        path.pop();
        if (!path.isEmpty()) {
          path.element().low = Math.min(path.element().low, here.low);
        }
        if (here.low == here.number) {
          close(here);
        }
      }
    }
  }

  private Visit<T> visit(T item) {
    Visit<T> visit = new Visit<>(item, visits.size(), requires.apply(item).iterator());
    visits.put(item, visit);
    open.push(visit);
    return visit;
  }

  private void close(Visit<T> root) {
    List<T> group = new ArrayList<>();
    Visit<T> member;
    do {
      member = open.pop();
      member.open = false;
      group.add(0, member.item);
    } while (member != root);
    if (group.size() > 1) {
      found.add(group);
    }
  }

  private static final class Visit<T> {
    private final T item;
    private final int number;
    private final Iterator<T> left;
    private int low;
    private boolean open = true;

    private Visit(T item, int number, Iterator<T> left) {
      this.item = item;
      this.number = number;
      this.left = left;
      this.low = number;
    }
  }
}
