package dev.pgstow.doctor;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.workspace.DiskFailure;
import dev.pgstow.workspace.Leftover;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A workspace: its modules, and what runs that were cut short left in it. */
public record WorkspaceCheck(Workspace workspace) implements Check {
  private static final String TOPIC = "workspace";

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    try {
      List<Module> modules = workspace.modules().all();
      found.add(
          Finding.ok(
              TOPIC,
              "workspace-found",
              workspace.root() + ", " + ProgressText.count(modules.size(), "module")));
      for (String name : workspace.modules().names().stream().sorted().toList()) {
        found.addAll(new ModuleCheck(workspace, name).findings());
      }
    } catch (Failure e) {
      found.add(Finding.of(TOPIC, e, Finding.Severity.PROBLEM));
    }
    workspace
        .coverageWarning(workspace.root().resolve("packages"))
        .ifPresent(it -> found.add(Finding.warning(TOPIC, "packages-not-covered", it, "")));
    leftovers(found);
    return found;
  }

  private void leftovers(List<Finding> found) {
    try {
      Leftover.in(workspace).forEach(it -> found.add(finding(it)));
    } catch (IOException e) {
      found.add(
          Finding.of(
              TOPIC,
              DiskFailure.of(e, "look through", workspace.root()),
              Finding.Severity.PROBLEM));
    }
  }

  private static Finding finding(Leftover leftover) {
    String recover = "pgstow recover completes or undoes it; so does the next command.";
    return switch (leftover.kind()) {
      case RUNNING ->
          Finding.note(
              TOPIC,
              "export-running",
              "An export is writing to " + leftover.folder() + " now.",
              "Others wait their turn; if it hangs, stop that process.");
      case SWAP ->
          Finding.problem(
              TOPIC,
              "swap-interrupted",
              "Modules in " + leftover.folder() + " were being replaced when a run ended.",
              recover);
      case STAGED ->
          Finding.warning(
              TOPIC,
              "staging-left",
              leftover.folder() + " has staged files of a run that ended early.",
              "pgstow recover removes them; so does the next command.");
      case LOCK_FILE ->
          Finding.note(
              TOPIC,
              "lock-file-left",
              leftover.folder() + " has a lock file that nobody holds.",
              "It does no harm; pgstow recover removes it.");
    };
  }
}
