package dev.pgstow.doctor;

import dev.pgstow.failure.Failure;
import dev.pgstow.install.MissingModules;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One module of a workspace: its control file, plan, scripts and what it requires. */
record ModuleCheck(Workspace workspace, String name) implements Check {
  private static final String TOPIC = "workspace";
  private static final int SHOWN = 3;

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    Optional<Module> module;
    try {
      module = workspace.modules().find(name);
    } catch (Failure e) {
      return List.of(Finding.of(TOPIC, e, Finding.Severity.PROBLEM));
    }
    module.ifPresent(
        it -> {
          tried(it, found, one -> scripts(one, found), Finding.Severity.PROBLEM);
          tried(it, found, Module::origin, Finding.Severity.WARNING);
        });
    module.ifPresent(it -> missing(it, found));
    return found;
  }

  private static void tried(
      Module module, List<Finding> found, Consumer<Module> work, Finding.Severity severity) {
    try {
      work.accept(module);
    } catch (Failure e) {
      found.add(Finding.of(TOPIC, e, severity));
    }
  }

  private void missing(Module module, List<Finding> found) {
    List<String> missing =
        MissingModules.of(module.control().requires(), workspace.modules().names());
    if (!missing.isEmpty()) {
      found.add(
          Finding.warning(
              TOPIC,
              "module-missing",
              "The module "
                  + name
                  + " requires "
                  + String.join(", ", missing)
                  + ", which the workspace lacks.",
              "pgstow install " + String.join(" ", missing)));
    }
  }

  private void scripts(Module module, List<Finding> found) {
    List<String> lost =
        module.plan().changes().stream()
            .map(Change::name)
            .filter(it -> !Files.isRegularFile(module.directory().resolve("deploy/" + it + ".sql")))
            .toList();
    if (!lost.isEmpty()) {
      String some = String.join(", ", lost.stream().limit(SHOWN).toList());
      found.add(
          Finding.problem(
              TOPIC,
              "script-missing",
              "The module "
                  + name
                  + " lacks the deploy scripts of "
                  + ProgressText.count(lost.size(), "change")
                  + " of its plan: "
                  + some
                  + (lost.size() > SHOWN ? ", …" : "")
                  + ".",
              "Export it again, or take the changes out of " + module.planFile() + "."));
    }
  }
}
