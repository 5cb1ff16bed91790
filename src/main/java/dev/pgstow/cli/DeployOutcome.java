package dev.pgstow.cli;

import dev.pgstow.migrate.DeployResult;
import dev.pgstow.migrate.ScriptError;
import dev.pgstow.migrate.ScriptFailure;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.wizard.DeployTarget;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import java.util.ArrayList;
import java.util.List;

/** What the wizard shows of a deployment. */
final class DeployOutcome {
  private static final String HINT = "hint";

  private DeployOutcome() {}

  static Outcome of(DeployResult deployed, VerifyResult verified, DeployTarget target) {
    List<Line> lines = new ArrayList<>();
    for (DeployResult.Module module : deployed.modules()) {
      String what =
          module.deployed().isEmpty()
              ? "nothing to do"
              : ProgressText.count(module.deployed().size(), "change");
      String had =
          module.skipped() > 0 ? ", " + ProgressText.count(module.skipped()) + " there before" : "";
      lines.add(new Line(Kind.TEXT, module.name(), what + had));
    }
    if (!deployed.extensions().isEmpty()) {
      lines.add(
          new Line(Kind.TEXT, "extensions created", String.join(", ", deployed.extensions())));
    }
    lines.add(new Line(Kind.TEXT, "verified", ProgressText.count(verified.passed(), "change")));
    if (!verified.unchecked().isEmpty()) {
      String count = ProgressText.count(verified.unchecked().size());
      lines.add(new Line(Kind.NOTE, "", count + " of them by a script that checks nothing"));
    }
    deployed.unfinished().forEach(it -> lines.add(new Line(Kind.PROBLEM, "unfinished", it)));
    String headline =
        "Deployed "
            + ProgressText.count(deployed.deployed(), "change")
            + " to "
            + target
            + " in "
            + ProgressText.time(deployed.elapsed());
    if (verified.failures().isEmpty()) {
      return new Outcome(true, headline, lines);
    }
    lines.add(Line.of(Kind.TITLE, "Not verified"));
    verified.failures().forEach(error -> lines.addAll(lines(error)));
    String failed = ProgressText.count(verified.failures().size(), "change");
    return new Outcome(false, headline + ", but " + failed + " not verified", lines);
  }

  static Outcome of(ScriptFailure failure) {
    ScriptError error = failure.error();
    List<Line> lines = new ArrayList<>(lines(error));
    // The failure's hint begins with it.
    lines.removeIf(line -> line.label().equals(HINT));
    lines.add(Line.of(Kind.TITLE, ""));
    lines.add(Line.of(Kind.TEXT, failure.hint()));
    return new Outcome(false, "Could not deploy " + error.module() + ":" + error.change(), lines);
  }

  /** Where a script failed, and in whose words. */
  static List<Line> lines(ScriptError error) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Kind.PROBLEM, "server", error.message()));
    error.detail().ifPresent(it -> lines.add(new Line(Kind.TEXT, "detail", it)));
    error.hint().ifPresent(it -> lines.add(new Line(Kind.TEXT, HINT, it)));
    if (!error.sqlState().isEmpty()) {
      lines.add(new Line(Kind.TEXT, "SQLSTATE", error.sqlState()));
    }
    lines.add(new Line(Kind.TEXT, "change", error.module() + ":" + error.change()));
    lines.add(new Line(Kind.TEXT, "file", error.file().toString()));
    if (error.line() > 0) {
      lines.add(new Line(Kind.TEXT, "line", String.valueOf(error.line())));
    }
    error.context().ifPresent(it -> lines.add(new Line(Kind.NOTE, "context", it)));
    return lines;
  }
}
