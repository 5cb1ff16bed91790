package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out which changes a revert is about, and whether they can go. */
final class RevertPlanner {
  private final Ledger ledger;

  RevertPlanner(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The plan of the module, of which nothing more is asked than to be readable. */
  static ModulePlan module(RevertRequest request) {
    return new ModuleResolver(request.workspace().modules())
        .order(List.of(request.module())).stream()
            .filter(module -> module.name().equals(request.module()))
            .map(ModulePlan::read)
            .findFirst()
            .orElseThrow();
  }

  /**
   * The changes, the last of the plan first; none if nothing is deployed.
   *
   * @throws Failure {@code reference-unknown}, {@code reference-not-deployed}, {@code
   *     revert-blocked}, {@code revert-unplanned}
   */
  List<String> plan(ModulePlan plan, RevertScope scope) {
    Map<String, DeployedChange> known =
        ledger.exists()
            ? ledger.deployed(List.of(plan.name())).getOrDefault(plan.name(), Map.of())
            : Map.of();
    List<String> deployed =
        new ArrayList<>(
            plan.changes().stream().map(Change::name).filter(known::containsKey).toList());
    int from = from(plan, scope, deployed);
    if (scope instanceof RevertScope.All && deployed.size() < known.size()) {
      throw unplanned(plan, known.keySet());
    }
    List<String> going = new ArrayList<>(deployed.subList(from, deployed.size()));
    Collections.reverse(going);
    block(plan, going);
    return going;
  }

  private static int from(ModulePlan plan, RevertScope scope, List<String> deployed) {
    if (scope instanceof RevertScope.After after) {
      String project = after.change().project();
      if (!project.isEmpty() && !project.equals(plan.name())) {
        throw Failure.usage(
            "reference-unknown",
            "The change to revert to is of " + project + ", not of " + plan.name() + ".",
            "Name a change of " + plan.name() + ", or revert " + project + ".");
      }
      return deployed.indexOf(References.deployed(plan, deployed, after.change())) + 1;
    }
    return scope instanceof RevertScope.All ? 0 : Math.max(0, deployed.size() - 1);
  }

  private static Failure unplanned(ModulePlan plan, Set<String> known) {
    List<String> names = known.stream().filter(name -> plan.position(name) < 0).toList();
    return Failure.failed(
        "revert-unplanned",
        "The database has changes of "
            + plan.name()
            + " that its plan does not: "
            + String.join(", ", names)
            + ".",
        "Revert with the version of the module that has them.");
  }

  private void block(ModulePlan plan, List<String> going) {
    if (going.isEmpty()) {
      return;
    }
    Set<String> gone = new HashSet<>();
    going.forEach(change -> gone.add(plan.qualified(change)));
    List<String> blockers = new ArrayList<>();
    ledger
        .dependents(plan.name(), going)
        .forEach(
            (change, dependents) ->
                dependents.stream()
                    .filter(dependent -> !gone.contains(dependent))
                    .forEach(dependent -> blockers.add(dependent + " requires " + change)));
    if (!blockers.isEmpty()) {
      int shown = Math.min(10, blockers.size());
      throw Failure.failed(
          "revert-blocked",
          "What should go of "
              + plan.name()
              + " is required by what stays: "
              + String.join("; ", blockers.subList(0, shown))
              + (shown < blockers.size() ? "; and " + (blockers.size() - shown) + " more" : "")
              + ".",
          "Revert those first.");
    }
  }
}
