package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one module and what they need of each other. Holds names and numbers only: it is
 * what an export's memory grows with.
 */
final class ChangeGraph {
  private static final int[] NO_DEPENDENCIES = {};

  private final List<String> names = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<int[]> local = new ArrayList<>();
  private final Map<Integer, List<String>> foreign = new HashMap<>();
  private final Map<Integer, List<String>> unresolved = new HashMap<>();

  /**
   * Adds a change. Dependencies may name changes that are added later.
   *
   * @param dependencies names of changes, or {@code package:change}
   */
  void add(String name, List<String> dependencies, String note) {
    int position = names.size();
    names.add(name);
    notes.add(note.intern());
    positions.put(name, position);
    int[] known = new int[dependencies.size()];
    int count = 0;
    for (String dependency : dependencies) {
      Integer at = positions.get(dependency);
      if (at != null) {
        known[count++] = at;
      } else if (isForeign(dependency)) {
        foreign.computeIfAbsent(position, key -> new ArrayList<>()).add(dependency);
      } else {
        unresolved.computeIfAbsent(position, key -> new ArrayList<>()).add(dependency);
      }
    }
    local.add(count == 0 ? NO_DEPENDENCIES : Arrays.copyOf(known, count));
  }

  /** Whether a dependency is on another package's change. */
  static boolean isForeign(String dependency) {
    return dependency.indexOf(':') > 0;
  }

  boolean has(String name) {
    return positions.containsKey(name);
  }

  int size() {
    return names.size();
  }

  String name(int position) {
    return names.get(position);
  }

  String note(int position) {
    return notes.get(position);
  }

  /** Packages that dependencies name, with the change that names each first. */
  Map<String, String> foreignPackages() {
    Map<String, String> packages = new java.util.TreeMap<>();
    foreign.forEach(
        (position, dependencies) ->
            dependencies.forEach(
                dependency ->
                    packages.merge(
                        dependency.substring(0, dependency.indexOf(':')),
                        names.get(position),
                        (first, later) -> first)));
    return packages;
  }

  /** Dependencies of a change on other packages, in their own order. */
  List<String> foreignDependencies(int position) {
    return foreign.getOrDefault(position, List.of());
  }

  /** Positions of the changes a change needs. */
  int[] dependencies(int position) {
    return local.get(position);
  }

  /** Tells why a dependency that no change bears is missing. */
  @FunctionalInterface
  interface Missing {
    /** The failure for a change whose dependency is not there. */
    Failure failure(String change, String dependency);
  }

  /** Finds the changes that dependencies named before they came; what is left is a failure. */
  void resolve(Missing missing) {
    List<Integer> waiting = unresolved.keySet().stream().sorted().toList();
    for (int position : waiting) {
      int[] known = local.get(position);
      for (String dependency : unresolved.getOrDefault(position, List.of())) {
        Integer at = positions.get(dependency);
        if (at == null) {
          throw missing.failure(names.get(position), dependency);
        }
        known = Arrays.copyOf(known, known.length + 1);
        known[known.length - 1] = at;
      }
      local.set(position, known);
    }
    unresolved.clear();
  }

  /**
   * Positions in an order in which every change comes after what it needs and that is otherwise the
   * order they were added in.
   *
   * @throws Failure {@code dependency-cycle} naming the changes of a cycle
   */
  int[] order() {
    int[] missing = new int[size()];
    Map<Integer, List<Integer>> dependents = new HashMap<>();
    boolean inOrder = true;
    for (int position = 0; position < size(); position++) {
      for (int dependency : local.get(position)) {
        inOrder &= dependency < position;
      }
    }
    int[] order = new int[size()];
    if (inOrder) {
      Arrays.setAll(order, i -> i);
      return order;
    }
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int position = 0; position < size(); position++) {
      missing[position] = local.get(position).length;
      for (int dependency : local.get(position)) {
        dependents.computeIfAbsent(dependency, key -> new ArrayList<>()).add(position);
      }
      if (missing[position] == 0) {
        ready.add(position);
      }
    }
    int done = 0;
    while (!ready.isEmpty()) {
      int next = ready.remove();
      order[done++] = next;
      for (int dependent : dependents.getOrDefault(next, List.of())) {
        if (--missing[dependent] == 0) {
          ready.add(dependent);
        }
      }
    }
    if (done < size()) {
      throw cycle(missing);
    }
    return order;
  }

  private Failure cycle(int[] missing) {
    int at = 0;
    while (missing[at] == 0) {
      at++;
    }
    List<Integer> path = new ArrayList<>();
    while (!path.contains(at)) {
      path.add(at);
      @Nullable Integer next = null;
      for (int dependency : local.get(at)) {
        if (missing[dependency] > 0) {
          next = dependency;
        }
      }
      if (next == null) {
        break;
      }
      at = next;
    }
    List<String> cycle = new ArrayList<>();
    path.subList(Math.max(0, path.indexOf(at)), path.size()).forEach(i -> cycle.add(names.get(i)));
    cycle.add(names.get(at));
    return Failure.failed(
        "dependency-cycle",
        "Changes depend on one another in a circle: " + String.join(" -> ", cycle) + ".",
        "Correct deps of one of these rows in db_migrate.sql_actions.");
  }
}
