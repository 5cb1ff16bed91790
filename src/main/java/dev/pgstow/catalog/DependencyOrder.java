package dev.pgstow.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts objects in an order in which they load: by kind and name, disturbed as little as their
 * dependencies allow. Objects that depend on one another in a circle are taken apart.
 */
final class DependencyOrder {
  private static final Comparator<Node> RANK =
      Comparator.comparing((Node node) -> node.identity().kind())
          .thenComparing(node -> node.identity().schema().orElse(""))
          .thenComparing(node -> node.identity().name())
          .thenComparing(node -> node.identity().qualifier());

  private final List<Dependency> dependencies;
  private final List<Dependency> implied;
  private final Map<Address, Address> owners = new HashMap<>();
  private final Map<Node, Map<Address, Node>> detours = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  DependencyOrder(List<Dependency> all) {
    dependencies = new ArrayList<>(all.size());
    for (Dependency one : all) {
      if (one.type() == 'i' || one.type() == 'e') {
        owners.putIfAbsent(one.dependent(), one.referenced());
      }
      dependencies.add(one);
    }
    implied = ImpliedDependencies.of(dependencies);
    dependencies.addAll(implied);
  }

  /** The objects in order. */
  List<CatalogObject> sort(List<Node> read) {
    List<Node> nodes = new ArrayList<>(read);
    nodes.sort(RANK);
    Graph graph = graph(nodes);
    List<List<Node>> circles = Circles.of(nodes, graph::before);
    if (forgetImplied(circles, graph)) {
      graph = graph(nodes);
      circles = Circles.of(nodes, graph::before);
    }
    while (!circles.isEmpty()) {
      boolean split = false;
      for (List<Node> circle : circles) {
        split |= open(circle, nodes, graph);
      }
      if (split) {
        nodes.sort(RANK);
        graph = graph(nodes);
      } else {
        for (List<Node> circle : circles) {
          giveUp(circle, graph);
        }
      }
      circles = Circles.of(nodes, graph::before);
    }
    return objects(StableOrder.of(needed(nodes, graph), graph::before), graph);
  }

  /** Drops those of the circles that are guesses; true if there are any. */
  private boolean forgetImplied(List<List<Node>> circles, Graph graph) {
    Set<Dependency> forgotten = new HashSet<>();
    for (List<Node> circle : circles) {
      Set<Node> members = new HashSet<>(circle);
      implied.stream().filter(one -> graph.joins(one, members)).forEach(forgotten::add);
    }
    return dependencies.removeIf(forgotten::contains);
  }

  /** All but those on demand that nobody needs. */
  private static List<Node> needed(List<Node> nodes, Graph graph) {
    Set<Node> needed = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    nodes.stream().filter(node -> !node.isOnDemand()).forEach(open::add);
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (needed.add(node)) {
        open.addAll(graph.before(node));
      }
    }
    return nodes.stream().filter(needed::contains).toList();
  }

  /** What could not be ordered. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private Graph graph(List<Node> nodes) {
    return new Graph(nodes, dependencies, owners, detours);
  }

  /** Takes one object of a circle apart; false if none can be. */
  private boolean open(List<Node> circle, List<Node> nodes, Graph graph) {
    List<Node> candidates = new ArrayList<>(circle);
    candidates.sort(Comparator.comparing(Node::ease).thenComparing(RANK));
    Set<Node> members = new LinkedHashSet<>(circle);
    for (Node node : candidates) {
      Optional<List<Node>> parts =
          node.splitter().flatMap(way -> way.split(graph.causes(node, members)));
      if (parts.isPresent()) {
        nodes.remove(node);
        nodes.addAll(parts.get());
        Node first = parts.get().get(0);
        // Who made do with it already makes do with its first part.
        detours.values().forEach(ways -> ways.replaceAll((row, to) -> to == node ? first : to));
        if (node.ease() != Node.Ease.PART) {
          detour(circle, node, first);
        }
        return true;
      }
    }
    return false;
  }

  /** The rest of the circle makes do with the shell. */
  private void detour(List<Node> circle, Node whole, Node shell) {
    for (Node node : circle) {
      if (node != whole) {
        Map<Address, Node> ways = detours.computeIfAbsent(node, n -> new HashMap<>());
        whole.provides().forEach(row -> ways.put(row, shell));
      }
    }
  }

  private void giveUp(List<Node> circle, Graph graph) {
    List<Node> members = circle.stream().sorted(RANK).toList();
    notes.add(
        "These objects depend on one another in a circle pgstow can't undo; they may not load: "
            + members.stream()
                .map(node -> Describe.of(node.identity()))
                .collect(Collectors.joining(", "))
            + ".");
    Node first = members.get(0);
    members.stream()
        .filter(graph.before(first)::contains)
        .findFirst()
        .ifPresent(other -> graph.cut(first, other));
  }

  private static List<CatalogObject> objects(List<Node> order, Graph graph) {
    List<CatalogObject> objects = new ArrayList<>(order.size());
    for (Node node : order) {
      Set<ObjectIdentity> requires = new LinkedHashSet<>();
      graph.before(node).forEach(other -> requires.add(other.identity()));
      objects.add(new CatalogObject(node.identity(), node.create(), node.drop(), requires));
    }
    return objects;
  }
}
