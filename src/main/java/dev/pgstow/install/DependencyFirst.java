package dev.pgstow.install;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Orders packages so that each comes after those it depends on, cycles aside. */
final class DependencyFirst {
  private final Map<String, Resolved> resolved;
  private final Set<String> entered = new LinkedHashSet<>();
  private final Set<String> order = new LinkedHashSet<>();

  private DependencyFirst(Map<String, Resolved> resolved) {
    this.resolved = resolved;
  }

  /** The names; where dependencies leave it open, in the order of the map. */
  static Set<String> order(Map<String, Resolved> resolved) {
    DependencyFirst walk = new DependencyFirst(resolved);
    resolved.keySet().forEach(walk::visit);
    return walk.order;
  }

  private void visit(String name) {
    Resolved found = resolved.get(name);
    if (found != null && entered.add(name)) {
      found.module().ifPresent(module -> module.dependencies().keySet().forEach(this::visit));
      order.add(name);
    }
  }
}
