package dev.pgstow.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Tables in an order in which what they reference comes before them, and otherwise as they were
 * given. Tables that reference one another in a circle stand together.
 */
final class ForeignKeyOrder {
  private final List<LiveTable> tables;
  private final List<List<Integer>> referenced = new ArrayList<>();
  private final List<List<Integer>> referencing = new ArrayList<>();
  private final List<List<LiveTable>> groups = new ArrayList<>();

  private ForeignKeyOrder(List<LiveTable> tables, Map<Long, Set<Long>> references) {
    this.tables = tables;
    Map<Long, Integer> index = new HashMap<>();
    for (LiveTable table : tables) {
      index.put(table.oid(), index.size());
      referenced.add(new ArrayList<>());
      referencing.add(new ArrayList<>());
    }
    for (int from = 0; from < tables.size(); from++) {
      for (long oid : references.getOrDefault(tables.get(from).oid(), Set.of())) {
        Integer to = index.get(oid);
        if (to != null && to != from) {
          referenced.get(from).add(to);
          referencing.get(to).add(from);
        }
      }
    }
  }

  /**
   * Orders them.
   *
   * @param references from oids to the oids they reference
   */
  static ForeignKeyOrder of(List<LiveTable> tables, Map<Long, Set<Long>> references) {
    ForeignKeyOrder order = new ForeignKeyOrder(tables, references);
    order.sort(order.circles());
    return order;
  }

  /** All tables. */
  List<LiveTable> tables() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** The circles, in their order. */
  List<List<TableName>> cycles() {
    return groups.stream()
        .filter(group -> group.size() > 1)
        .map(group -> group.stream().map(LiveTable::name).toList())
        .toList();
  }

  /** The number of the circle each table is in (Kosaraju's algorithm); alone is a circle too. */
  private int[] circles() {
    Deque<Integer> finished = new ArrayDeque<>();
    boolean[] seen = new boolean[tables.size()];
    for (int i = 0; i < tables.size(); i++) {
      walk(i, referencing, seen, finished);
    }
    int[] circle = new int[tables.size()];
    boolean[] placed = new boolean[tables.size()];
    int number = 0;
    for (int root : finished) {
      Deque<Integer> members = new ArrayDeque<>();
      walk(root, referenced, placed, members);
      for (int member : members) {
        circle[member] = number;
      }
      number++;
    }
    return circle;
  }

  /** Visits what can be reached and was not seen; puts each in front once all behind it is done. */
  private static void walk(
      int root, List<List<Integer>> edges, boolean[] seen, Deque<Integer> finished) {
    record Step(int node, Iterator<Integer> next) {}
    if (seen[root]) {
      return;
    }
    seen[root] = true;
    Deque<Step> path = new ArrayDeque<>();
    path.push(new Step(root, edges.get(root).iterator()));
    while (!path.isEmpty()) {
      Step step = path.element();
      if (!step.next().hasNext()) {
        finished.push(path.pop().node());
        continue;
      }
      int next = step.next().next();
      if (!seen[next]) {
        seen[next] = true;
        path.push(new Step(next, edges.get(next).iterator()));
      }
    }
  }

  private void sort(int[] circle) {
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < circle.length; i++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < circle.length; i++) {
      members.get(circle[i]).add(i);
    }
    // A circle is known by its first table, so that ties are broken as the tables were given.
    int[] known = new int[circle.length];
    for (int i = 0; i < circle.length; i++) {
      known[i] = members.get(circle[i]).get(0);
    }
    Map<Integer, Set<Integer>> waitingFor = new HashMap<>();
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < circle.length; i++) {
      if (known[i] == i) {
        Set<Integer> others = neighbours(members.get(circle[i]), referenced, known);
        waitingFor.put(i, others);
        if (others.isEmpty()) {
          ready.add(i);
        }
      }
    }
    while (!ready.isEmpty()) {
      int first = ready.remove();
      List<Integer> group = members.get(circle[first]);
      groups.add(group.stream().map(tables::get).toList());
      for (int follower : neighbours(group, referencing, known)) {
        Set<Integer> others = waitingFor.getOrDefault(follower, Set.of());
        if (others.remove(first) && others.isEmpty()) {
          ready.add(follower);
        }
      }
    }
  }

  /** The circles that edges of a circle lead to, itself left out. */
  private static Set<Integer> neighbours(
      List<Integer> group, List<List<Integer>> edges, int[] known) {
    Set<Integer> found = new HashSet<>();
    for (int i : group) {
      edges.get(i).forEach(it -> found.add(known[it]));
    }
    found.remove(known[group.get(0)]);
    return found;
  }
}
