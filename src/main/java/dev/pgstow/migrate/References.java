package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Reference;
import java.util.ArrayList;
import java.util.List;

/** Finds the change a user's reference means. */
final class References {
  private static final int NEAR = 3;

  private References() {}

  /**
   * The change of the plan, whatever is deployed.
   *
   * @throws Failure {@code reference-unknown}
   */
  static Change inPlan(ModulePlan plan, Reference reference) {
    return plan.find(reference).orElseThrow(() -> unknown(plan, reference));
  }

  /**
   * The deployed change; {@code HEAD} and {@code ROOT} are the last and the first that is.
   *
   * @param deployed names of the module's deployed changes, in plan order
   * @throws Failure {@code reference-unknown}, {@code reference-not-deployed}
   */
  static String deployed(ModulePlan plan, List<String> deployed, Reference reference) {
    String name;
    if (reference.isHead() || reference.isRoot()) {
      int at = (reference.isHead() ? deployed.size() - 1 : 0) + reference.offset();
      if (at < 0 || at >= deployed.size()) {
        throw notDeployed(plan, text(reference));
      }
      name = deployed.get(at);
    } else {
      name = inPlan(plan, reference).name();
    }
    if (!deployed.contains(name)) {
      throw notDeployed(plan, name);
    }
    return name;
  }

  private static Failure notDeployed(ModulePlan plan, String what) {
    return Failure.usage(
        "reference-not-deployed",
        what + " of the module " + plan.name() + " is not deployed.",
        "See what is with `pgstow status`.");
  }

  private static Failure unknown(ModulePlan plan, Reference reference) {
    boolean tag = reference.change().isEmpty();
    List<String> names = new ArrayList<>();
    if (tag) {
      plan.plan().tags().forEach(it -> names.add("@" + it.name()));
    } else {
      plan.changes().forEach(it -> names.add(it.name()));
    }
    List<String> near = NearNames.to(tag ? "@" + reference.tag() : reference.change(), names, NEAR);
    return Failure.usage(
        "reference-unknown",
        "The plan of " + plan.name() + " has no " + text(reference) + ".",
        near.isEmpty() ? "" : "Nearest names: " + String.join(", ", near) + ".");
  }

  private static String text(Reference reference) {
    String offset =
        reference.offset() == 0
            ? ""
            : (reference.offset() < 0 ? "^" : "~") + Math.abs(reference.offset());
    return reference.change() + (reference.tag().isEmpty() ? "" : "@" + reference.tag()) + offset;
  }
}
