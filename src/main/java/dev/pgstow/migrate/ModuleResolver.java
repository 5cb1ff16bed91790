package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.ModuleMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts modules in the order in which they can be deployed, by the {@code requires} of their control
 * files. A required name that is no module of the workspace is a PostgreSQL extension.
 */
public final class ModuleResolver {
  private static final int NEAR = 3;

  private final ModuleMap modules;

  /** A resolver over the modules of a workspace. */
  public ModuleResolver(ModuleMap modules) {
    this.modules = modules;
  }

  /**
   * The modules and all they require, dependencies first, each once.
   *
   * @throws Failure {@code module-unknown}; {@code module-cycle}; {@code module-duplicate} or
   *     {@code control-malformed} of a module that is needed
   */
  public List<ResolvedModule> order(Collection<String> targets) {
    Map<String, ResolvedModule> done = new LinkedHashMap<>();
    for (String target : targets) {
      visit(target, done, new LinkedHashSet<>());
    }
    return List.copyOf(done.values());
  }

  private void visit(String name, Map<String, ResolvedModule> done, Set<String> path) {
    if (done.containsKey(name)) {
      return;
    }
    if (!path.add(name)) {
      throw cycle(path, name);
    }
    Module module = modules.find(name).orElseThrow(() -> unknown(name));
    List<String> required = new ArrayList<>();
    List<String> extensions = new ArrayList<>();
    for (String requirement : module.control().requires()) {
      (modules.has(requirement) ? required : extensions).add(requirement);
    }
    for (String requirement : required) {
      visit(requirement, done, path);
    }
    path.remove(name);
    done.put(name, new ResolvedModule(module, required, extensions));
  }

  private static Failure cycle(Set<String> path, String again) {
    List<String> names = new ArrayList<>(path);
    List<String> cycle = new ArrayList<>(names.subList(names.indexOf(again), names.size()));
    cycle.add(again);
    return Failure.failed(
        "module-cycle",
        "Modules require one another in a circle: " + String.join(" -> ", cycle) + ".",
        "Remove one of them from the requires of the other's control file.");
  }

  private Failure unknown(String name) {
    List<String> near = NearNames.to(name, modules.names(), NEAR);
    return Failure.usage(
        "module-unknown",
        "There is no module \"" + name + "\" in the workspace.",
        near.isEmpty()
            ? "The workspace has no modules; see \"packages\" in its pgpm.json."
            : "Nearest names: " + String.join(", ", near) + ".");
  }
}
