package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.export.ExportResult;
import dev.pgstow.install.Installed;
import dev.pgstow.install.MissingModules;
import dev.pgstow.install.ModuleInstaller;
import dev.pgstow.install.NpmCommand;
import dev.pgstow.workspace.Workspace;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Names the pgpm modules an export requires and the workspace lacks, and installs them after a yes.
 */
final class MissingModulesStep {
  private final Surroundings surroundings;
  private final Workspace workspace;
  private final boolean json;

  MissingModulesStep(Surroundings surroundings, Workspace workspace, boolean json) {
    this.surroundings = surroundings;
    this.workspace = workspace;
    this.json = json;
  }

  /** The missing modules that are to be installed; the others are only named. */
  List<String> agreed(ExportResult result, boolean yes, Prompters prompters) {
    List<String> missing = missing(result);
    if (missing.isEmpty()) {
      return missing;
    }
    if (yes) {
      return missing;
    }
    if (prompters.canAsk()) {
      boolean install = prompters.prompter().confirm(YesNo.installModules(missing));
      prompters.close();
      if (install) {
        return missing;
      }
    }
    surroundings
        .err()
        .println(
            "note: the workspace lacks required modules: "
                + Sanitizer.visible(String.join(", ", missing))
                + " (pgstow install "
                + Sanitizer.visible(String.join(" ", missing))
                + ")");
    return List.of();
  }

  private List<String> missing(ExportResult result) {
    Set<String> names = new HashSet<>(Set.of(result.service().name()));
    Set<String> required = new LinkedHashSet<>();
    result
        .extension()
        .ifPresent(
            module -> {
              names.add(module.name());
              required.addAll(module.requires());
            });
    required.addAll(result.service().requires());
    return missing(required, names);
  }

  /**
   * What is required and not there.
   *
   * @param own names of the modules that require it
   */
  List<String> missing(Collection<String> required, Set<String> own) {
    Set<String> present = new HashSet<>(workspace.modules().names());
    present.addAll(own);
    return MissingModules.of(required, present);
  }

  void install(List<String> modules) {
    print(fetch(modules, this::say));
  }

  /** Says what the installing says. */
  void say(String line) {
    surroundings.log().say(line);
  }

  /** Installs without a word but to {@code say}. */
  List<Installed> fetch(List<String> modules, Consumer<String> say) {
    if (modules.isEmpty()) {
      return List.of();
    }
    ModuleInstaller installer =
        new ModuleInstaller(
            workspace.root(),
            workspace.root().resolve(workspace.extensionsDir()),
            new NpmCommand(workspace.root()),
            workspace.modules().names());
    return installer.install(modules, say);
  }

  void print(List<Installed> installed) {
    if (installed.isEmpty()) {
      return;
    }
    if (json) {
      surroundings
          .out()
          .println(
              JsonResult.of(
                  "installed", installed.stream().map(it -> it.folder().toString()).toList()));
      return;
    }
    for (Installed module : installed) {
      surroundings
          .out()
          .println(
              "Installed " + module.npmName() + " " + module.version() + " in " + module.folder());
    }
  }
}
