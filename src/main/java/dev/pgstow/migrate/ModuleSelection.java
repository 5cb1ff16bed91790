package dev.pgstow.migrate;

import dev.pgstow.workspace.Workspace;
import java.util.List;

/**
 * Modules of a workspace, and the database to look for them in.
 *
 * @param modules names of modules
 * @param dependencies whether the modules they require are meant too
 */
public record ModuleSelection(
    Workspace workspace, String database, List<String> modules, boolean dependencies) {

  /** Copies the list. */
  public ModuleSelection {
    modules = List.copyOf(modules);
  }

  /** The modules, dependencies first. */
  List<ResolvedModule> resolved() {
    return new ModuleResolver(workspace.modules())
        .order(modules).stream()
            .filter(module -> dependencies || modules.contains(module.name()))
            .toList();
  }

  /** The modules, dependencies first, with their plans. */
  List<ModulePlan> plans() {
    return resolved().stream().map(ModulePlan::read).toList();
  }
}
