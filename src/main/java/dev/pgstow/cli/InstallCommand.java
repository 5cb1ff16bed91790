package dev.pgstow.cli;

import dev.pgstow.install.MissingModules;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Staging;
import dev.pgstow.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pgstow install}. */
@Command(
    name = "install",
    description = {
      "Installs pgpm modules into extensions/ with your own npm.",
      "Those named, else all that the workspace's modules require and it lacks.",
    },
    footer = {"", "Examples:", "  pgstow install", "  pgstow install pgpm-verify @pgpm/services"})
final class InstallCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Parameters(paramLabel = "NAME", description = "Control-file or npm names.")
  private List<String> names = List.of();

  InstallCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Workspace workspace = Workspace.find(global.directory(surroundings));
    Staging.recover(workspace.root(), List.of());
    List<String> wanted = names.isEmpty() ? missing(workspace) : names;
    if (wanted.isEmpty() && global.json) {
      surroundings.out().println(JsonResult.of("installed", List.of()));
    } else if (wanted.isEmpty()) {
      surroundings.out().println("Nothing is missing.");
    }
    new MissingModulesStep(surroundings, workspace, global.json).install(wanted);
    return 0;
  }

  private static List<String> missing(Workspace workspace) {
    Set<String> required = new LinkedHashSet<>();
    for (Module module : workspace.modules().all()) {
      required.addAll(module.control().requires());
    }
    return MissingModules.of(required, workspace.modules().names());
  }
}
