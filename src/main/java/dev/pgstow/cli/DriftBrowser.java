package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.drift.Pull;
import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.Theme;
import dev.pgstow.wizard.Wizard;
import dev.pgstow.wizard.terminal.ColorDepth;
import dev.pgstow.wizard.terminal.JLineTerminal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Drift on full screens. */
final class DriftBrowser {
  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final Pull pull;

  DriftBrowser(Surroundings surroundings, GlobalOptions global, Pull pull) {
    this.surroundings = surroundings;
    this.global = global;
    this.pull = pull;
  }

  /**
   * Sees whether there is a person at a terminal.
   *
   * @throws Failure {@code terminal-needed}
   */
  void check() {
    if (WizardRun.isUnattended(surroundings, global)) {
      throw needed();
    }
  }

  private static Failure needed() {
    return Failure.usage(
        "terminal-needed", "--browse needs a terminal.", "Leave it out: the same is then printed.");
  }

  /** Shows the differences; pulls if the person wants to. */
  void show(DriftResult result, String database) {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (global.noColor) {
      environment.put("NO_COLOR", "1");
    }
    boolean wanted;
    JLineTerminal terminal = JLineTerminal.open(environment).orElseThrow(DriftBrowser::needed);
    try (Wizard wizard =
            Wizard.open(terminal, Theme.of(ColorDepth.of(environment), terminal.isUnicode()));
        Interrupts interrupts = Interrupts.ending(wizard::end)) {
      wanted = wizard.browse(database + " and " + result.source(), DriftFindings.of(result));
    }
    if (wanted) {
      Path file = pull.write(result.undeclared(), result.pulled());
      surroundings
          .out()
          .println(
              "Wrote "
                  + result.undeclared().size()
                  + " object(s) to "
                  + Sanitizer.visible(file.toString()));
    }
  }
}
