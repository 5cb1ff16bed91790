package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves what changes require, tags included, to {@code module:change}. */
final class Dependencies {
  private final Map<String, ModulePlan> plans = new HashMap<>();

  /** Over the plans that a deployment knows. */
  Dependencies(Collection<ModulePlan> plans) {
    plans.forEach(plan -> this.plans.put(plan.name(), plan));
  }

  /**
   * What a change requires, qualified, each once.
   *
   * @throws Failure {@code dependency-unknown}, {@code dependency-later}
   */
  List<String> of(ModulePlan plan, Change change) {
    List<String> qualified = new ArrayList<>();
    for (String dependency : change.dependencies()) {
      String name = qualify(plan, change, dependency);
      if (!qualified.contains(name)) {
        qualified.add(name);
      }
    }
    return qualified;
  }

  private String qualify(ModulePlan plan, Change change, String dependency) {
    Reference reference = Reference.parse(dependency);
    boolean own = reference.project().isEmpty() || reference.project().equals(plan.name());
    ModulePlan target = own ? plan : plans.get(reference.project());
    if (target == null) {
      boolean plain = reference.tag().isEmpty() && reference.offset() == 0;
      if (plain && !reference.isHead() && !reference.isRoot()) {
        // Perhaps the ledger knows it.
        return dependency;
      }
      throw unknown(plan, change, dependency);
    }
    Optional<Change> found = target.find(reference);
    Change required = found.orElseThrow(() -> unknown(plan, change, dependency));
    if (own && target.position(required.name()) >= plan.position(change.name())) {
      throw Failure.failed(
          "dependency-later",
          plan.qualified(change.name())
              + " requires "
              + required.name()
              + ", which the plan has only after it.",
          "Reorder " + plan.module().planFile() + ".");
    }
    return target.qualified(required.name());
  }

  private static Failure unknown(ModulePlan plan, Change change, String dependency) {
    return Failure.failed(
        "dependency-unknown",
        plan.qualified(change.name()) + " requires " + dependency + ", which is unknown.",
        "Correct "
            + plan.module().planFile()
            + ", or the requires of the control file if that is another module's.");
  }
}
