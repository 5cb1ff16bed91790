package dev.pgstow.migrate;

import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Plan;
import dev.pgstow.workspace.Reference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A module with its plan read. */
final class ModulePlan {
  private final ResolvedModule resolved;
  private final Plan plan;
  private final Map<String, Integer> positions = new HashMap<>();

  private ModulePlan(ResolvedModule resolved, Plan plan) {
    this.resolved = resolved;
    this.plan = plan;
    for (Change change : plan.changes()) {
      positions.put(change.name(), positions.size());
    }
  }

  /** Reads the plan. */
  static ModulePlan read(ResolvedModule resolved) {
    return new ModulePlan(resolved, resolved.module().plan());
  }

  String name() {
    return resolved.name();
  }

  Module module() {
    return resolved.module();
  }

  ResolvedModule resolved() {
    return resolved;
  }

  Plan plan() {
    return plan;
  }

  List<Change> changes() {
    return plan.changes();
  }

  /** Where a change stands, from 0; -1 if it is not in the plan. */
  int position(String change) {
    return positions.getOrDefault(change, -1);
  }

  /** As {@link Plan#find}, quickly where the reference is a mere name. */
  Optional<Change> find(Reference reference) {
    boolean plain = reference.tag().isEmpty() && reference.offset() == 0;
    if (plain && !reference.isHead() && !reference.isRoot()) {
      int at = position(reference.change());
      return at < 0 ? Optional.empty() : Optional.of(changes().get(at));
    }
    return plan.find(reference);
  }

  /** A script of a change, which need not be there. */
  Path script(ScriptKind kind, String change) {
    return module().directory().resolve(kind.folder()).resolve(change + ".sql");
  }

  /** {@code module:change}. */
  String qualified(String change) {
    return name() + ":" + change;
  }
}
