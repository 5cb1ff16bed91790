package dev.pgstow.cli;

import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.wizard.Theme;
import dev.pgstow.wizard.Wizard;
import dev.pgstow.wizard.terminal.ColorDepth;
import dev.pgstow.wizard.terminal.JLineTerminal;
import dev.pgstow.workspace.Staging;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One export through the wizard's screens; by line prompts where there can be no screens. */
final class WizardRun {
  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final ExportOptions options;

  WizardRun(Surroundings surroundings, GlobalOptions global, ExportOptions options) {
    this.surroundings = surroundings;
    this.global = global;
    this.options = options;
  }

  /** Whether screens are wanted and can be shown. */
  private boolean wantsScreens() {
    return !global.plain
        && !surroundings.environment().containsKey("ACCESSIBLE")
        && !"dumb".equals(surroundings.environment().get("TERM"));
  }

  void run(ConnectionSettings settings) {
    if (!wantsScreens()) {
      byLines(settings);
      return;
    }
    // The terminal and the server each take a while to answer: both are asked at once.
    ConnectionAhead ahead = new ConnectionAhead(settings);
    Optional<JLineTerminal> terminal = JLineTerminal.open(environment());
    if (terminal.isEmpty()) {
      byLines(settings);
      return;
    }
    ExportResult result;
    String command;
    try (Wizard wizard =
            Wizard.open(
                terminal.orElseThrow(),
                Theme.of(ColorDepth.of(environment()), terminal.orElseThrow().isUnicode()));
        Interrupts interrupts = Interrupts.ending(wizard::end)) {
      Workspace workspace = workspace(wizard);
      RememberedAnswers memory =
          new RememberedAnswers(
              RememberedAnswers.file(surroundings.environment(), surroundings.home()),
              workspace.root());
      try (ExportScript script =
          new ExportScript(surroundings, global, options, workspace, memory, settings, ahead)) {
        result = wizard.run(script);
        command = script.command();
        wizard.close();
        script.finish();
      }
    }
    new ResultPrinter(surroundings.out(), global.directory(surroundings)).print(result, command);
  }

  private void byLines(ConnectionSettings settings) {
    new ExportRun(surroundings, global, options).run(settings);
  }

  private Workspace workspace(Wizard wizard) {
    Path directory = global.directory(surroundings);
    Optional<Workspace> found = Workspace.findIfAny(directory);
    Workspace workspace = found.orElseGet(() -> init(wizard, directory));
    Staging.recover(workspace.root(), options.outputFolders(directory));
    return workspace;
  }

  private static Workspace init(Wizard wizard, Path directory) {
    boolean yes =
        wizard
            .prompter(() -> {})
            .confirm(
                new Confirmation(
                    "init",
                    "pgstow init",
                    "There is no workspace here. Make one in " + directory + "?",
                    true));
    if (!yes) {
      throw Failure.declined("declined", "Declined. Nothing was changed.");
    }
    return Workspace.init(directory);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (global.noColor) {
      environment.put("NO_COLOR", "1");
    }
    return environment;
  }

  /** Whether the flags leave nobody to ask. */
  static boolean isUnattended(Surroundings surroundings, GlobalOptions global) {
    return !List.of("01", "02", "012").contains(surroundings.terminals())
        || global.noInput
        || global.json;
  }
}
