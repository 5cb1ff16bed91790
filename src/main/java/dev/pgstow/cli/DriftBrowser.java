package dev.pgstow.cli;

import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.drift.Pull;
import dev.pgstow.dump.ObjectTitle;
import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.DriftFinding;
import dev.pgstow.wizard.Theme;
import dev.pgstow.wizard.Wizard;
import dev.pgstow.wizard.terminal.ColorDepth;
import dev.pgstow.wizard.terminal.JLineTerminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
      wanted = wizard.browse(database + " and " + result.source(), findings(result));
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

  private static List<DriftFinding> findings(DriftResult result) {
    List<DriftFinding> findings = new ArrayList<>();
    for (CatalogObject object : result.undeclared()) {
      String added = "+" + String.join(";\n", object.create()).replace("\n", "\n+") + ";";
      findings.add(finding(DriftFinding.Kind.UNDECLARED, object.identity(), added));
    }
    result
        .missing()
        .forEach(it -> findings.add(finding(DriftFinding.Kind.MISSING, it, "Not live.")));
    for (DriftResult.Changed change : result.changed()) {
      String diff = String.join("\n", change.diff());
      findings.add(finding(DriftFinding.Kind.CHANGED, change.identity(), diff));
    }
    return findings;
  }

  private static DriftFinding finding(
      DriftFinding.Kind kind, ObjectIdentity identity, String diff) {
    return new DriftFinding(kind, ObjectTitle.of(identity), diff);
  }
}
