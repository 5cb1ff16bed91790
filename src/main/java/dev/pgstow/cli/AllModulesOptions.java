package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names one module, or all of the workspace. */
final class AllModulesOptions {
  @Mixin private final ModuleOptions module = new ModuleOptions();

  @Option(names = "--workspace", description = "With --all: every module of the workspace.")
  private boolean workspaceWide;

  @Option(names = "--all", description = "With --workspace: every module of it.")
  private boolean all;

  /**
   * Whether every module is meant.
   *
   * @throws Failure {@code all-unclear} if only half of that is said, or a module is named too
   */
  boolean isAll() {
    if (workspaceWide != all) {
      throw Failure.usage(
          "all-unclear",
          (all ? "--all" : "--workspace") + " alone does not say which modules.",
          "Say --workspace --all for every module of the workspace.");
    }
    if (all && module.given().isPresent()) {
      throw Failure.usage(
          "all-unclear",
          "Both every module and " + module.given().get() + " are named.",
          "Leave out one of the two.");
    }
    return all;
  }

  /** Whether neither one module nor all are named. */
  boolean isSilent() {
    return !isAll() && module.given().isEmpty();
  }

  /** The modules' names, sorted. */
  List<String> names(Workspace workspace, Path directory) {
    return isAll() ? every(workspace) : List.of(module.one(workspace, directory));
  }

  /**
   * Those of the workspace.
   *
   * @throws Failure {@code workspace-empty}
   */
  static List<String> every(Workspace workspace) {
    List<String> names = workspace.modules().names().stream().sorted().toList();
    if (names.isEmpty()) {
      throw Failure.failed(
          "workspace-empty",
          "The workspace " + workspace.root() + " has no modules.",
          "See \"packages\" in its pgpm.json.");
    }
    return names;
  }
}
