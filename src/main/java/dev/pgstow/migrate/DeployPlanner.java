package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out which changes a request asks for that the ledger lacks. Reads plans, no scripts. */
final class DeployPlanner {
  private final Ledger ledger;

  DeployPlanner(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The modules, dependencies first.
   *
   * @throws Failure {@code reference-unknown}, {@code to-ambiguous}, {@code dependency-missing},
   *     and those of {@link ModuleResolver} and {@link Dependencies}
   */
  List<PendingModule> plan(DeployRequest request) {
    Optional<String> last = request.to().map(to -> lastModule(request, to));
    ModuleResolver resolver = new ModuleResolver(request.workspace().modules());
    List<ResolvedModule> order = resolver.order(request.modules());
    if (last.isPresent()) {
      String name = last.get();
      if (order.stream().noneMatch(module -> module.name().equals(name))) {
        throw Failure.usage(
            "reference-unknown",
            "The module " + name + " is none of those that would be deployed.",
            "Name a change of one of them.");
      }
      order = resolver.order(List.of(name));
    }
    List<ModulePlan> plans = order.stream().map(ModulePlan::read).toList();
    Map<String, Map<String, DeployedChange>> deployed =
        ledger.exists() ? ledger.deployed(packages(plans)) : Map.of();
    Dependencies dependencies = new Dependencies(plans);
    Set<String> available = new HashSet<>();
    deployed.forEach(
        (module, changes) -> changes.keySet().forEach(c -> available.add(module + ":" + c)));
    List<PendingModule> modules = new ArrayList<>();
    for (ModulePlan plan : plans) {
      int count =
          last.filter(plan.name()::equals).isPresent()
              ? plan.position(References.inPlan(plan, request.to().orElseThrow()).name()) + 1
              : plan.changes().size();
      Map<String, DeployedChange> known = deployed.getOrDefault(plan.name(), Map.of());
      List<PendingChange> pending = new ArrayList<>();
      for (Change change : plan.changes().subList(0, count)) {
        if (!known.containsKey(change.name())) {
          PendingChange next =
              new PendingChange(
                  plan.name(),
                  change.name(),
                  plan.script(ScriptKind.DEPLOY, change.name()),
                  dependencies.of(plan, change));
          requireAvailable(next, available);
          available.add(next.qualified());
          pending.add(next);
        }
      }
      modules.add(new PendingModule(plan, known, pending));
    }
    return modules;
  }

  private static String lastModule(DeployRequest request, Reference to) {
    if (!to.project().isEmpty()) {
      return to.project();
    }
    if (request.modules().size() != 1) {
      throw Failure.usage(
          "to-ambiguous",
          "A change to stop at needs its module where several are deployed.",
          "Write module:change or module:@tag.");
    }
    return request.modules().get(0);
  }

  /** The modules, and those that only the ledger may know. */
  private static Set<String> packages(List<ModulePlan> plans) {
    Set<String> names = new LinkedHashSet<>();
    for (ModulePlan plan : plans) {
      names.add(plan.name());
      for (Change change : plan.changes()) {
        for (String dependency : change.dependencies()) {
          if (dependency.indexOf(':') > 0) {
            names.add(Reference.parse(dependency).project());
          }
        }
      }
    }
    return names;
  }

  private static void requireAvailable(PendingChange change, Set<String> available) {
    List<String> missing =
        change.requires().stream().filter(name -> !available.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw Failure.failed(
          "dependency-missing",
          change.qualified()
              + " requires what is neither deployed nor about to be: "
              + String.join(", ", missing)
              + ".",
          "Deploy that first; or add its module to the requires of the control file.");
    }
  }
}
