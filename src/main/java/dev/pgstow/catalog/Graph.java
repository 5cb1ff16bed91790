package dev.pgstow.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which node must stand before which, and through which catalog row. */
final class Graph {
  private final Map<Node, Map<Node, Set<Address>>> edges = new LinkedHashMap<>();
  private final Map<Address, Node> providers = new HashMap<>();
  private final Map<Address, Node> bodies = new HashMap<>();
  private final Map<Address, Address> owners;
  private final Map<Node, Map<Address, Node>> detours;

  /**
   * Builds it.
   *
   * @param detours whom some nodes ask for a row, instead of the node that provides it
   */
  Graph(
      Collection<Node> nodes,
      List<Dependency> dependencies,
      Map<Address, Address> owners,
      Map<Node, Map<Address, Node>> detours) {
    this.owners = owners;
    this.detours = detours;
    for (Node node : nodes) {
      edges.put(node, new LinkedHashMap<>());
      node.provides().forEach(row -> providers.put(row, node));
      node.bodies().forEach(row -> bodies.put(row, node));
    }
    for (Dependency dependency : dependencies) {
      find(bodies, dependency.dependent())
          .ifPresent(from -> link(from, dependency.referenced(), dependency.dependent()));
    }
    for (Node node : nodes) {
      node.needs().forEach(row -> link(node, row, row));
      for (Node other : node.after()) {
        if (edges.containsKey(other)) {
          edge(node, other, null);
        }
      }
    }
  }

  /** What must stand before a node. */
  Set<Node> before(Node node) {
    return edges.getOrDefault(node, Map.of()).keySet();
  }

  /** Rows of a node through which it needs one of the others. */
  Set<Address> causes(Node node, Collection<Node> others) {
    Set<Address> causes = new HashSet<>();
    edges
        .getOrDefault(node, Map.of())
        .forEach(
            (other, rows) -> {
              if (others.contains(other)) {
                causes.addAll(rows);
              }
            });
    return causes;
  }

  /** Whether both ends of a dependency are among the nodes. */
  boolean joins(Dependency dependency, Set<Node> nodes) {
    return find(bodies, dependency.dependent()).filter(nodes::contains).isPresent()
        && provider(dependency.referenced()).filter(nodes::contains).isPresent();
  }

  /** Forgets that one node needs another. */
  void cut(Node from, Node to) {
    edges.getOrDefault(from, new HashMap<>()).remove(to);
  }

  /** The node that makes a row, or the object the row is an internal part of. */
  Optional<Node> provider(Address row) {
    return find(providers, row);
  }

  private void link(Node from, Address to, Address cause) {
    Optional<Node> detour = detour(from, to);
    if (detour.isPresent()) {
      edge(from, detour.get(), cause);
    } else {
      provider(to).ifPresent(node -> edge(from, node, cause));
    }
  }

  private Optional<Node> detour(Node from, Address row) {
    Map<Address, Node> ways = detours.get(from);
    if (ways == null) {
      return Optional.empty();
    }
    @Nullable Address at = row;
    for (int steps = 0; at != null && steps < 8; steps++) {
      Node way = ways.get(at);
      if (way != null || providers.containsKey(at)) {
        return Optional.ofNullable(way);
      }
      at = owners.get(at);
    }
    return Optional.empty();
  }

  private void edge(Node from, Node to, @Nullable Address cause) {
    if (from != to) {
      Set<Address> causes =
          edges.getOrDefault(from, new HashMap<>()).computeIfAbsent(to, n -> new HashSet<>());
      if (cause != null) {
        causes.add(cause);
      }
    }
  }

  private Optional<Node> find(Map<Address, Node> makers, Address row) {
    @Nullable Address at = row;
    for (int steps = 0; at != null && steps < 8; steps++) {
      Node node = makers.get(at);
      if (node != null) {
        return Optional.of(node);
      }
      at = owners.get(at);
    }
    return Optional.empty();
  }
}
