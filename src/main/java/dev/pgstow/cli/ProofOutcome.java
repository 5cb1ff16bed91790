package dev.pgstow.cli;

import dev.pgstow.migrate.ModuleCycle;
import dev.pgstow.migrate.ScriptFailure;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prove.ProofResult;
import dev.pgstow.prove.RowComparison;
import dev.pgstow.prove.RowDifference;
import dev.pgstow.prove.ValueDifference;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the wizard shows of a proof. */
final class ProofOutcome {
  private ProofOutcome() {}

  static Outcome of(ProofResult result) {
    List<Line> lines = new ArrayList<>();
    ModuleCycle.Outcome cycle = result.cycle();
    lines.add(new Line(Kind.TEXT, "modules", String.join(", ", result.modules())));
    lines.add(new Line(Kind.TEXT, "source", result.source()));
    lines.add(new Line(Kind.TEXT, "scratch", result.scratch() + "; dropped"));
    lines.add(
        new Line(
            cycle.failure().isPresent() ? Kind.PROBLEM : Kind.TEXT,
            "scripts",
            cycle.failure().isPresent()
                ? "failed to " + cycle.step().label()
                : ProgressText.count(cycle.changes(), "change")
                    + " deployed, verified, reverted, deployed again"));
    result.rows().ifPresent(rows -> lines.add(new Line(Kind.TEXT, "rows", compared(rows))));
    int unchecked = cycle.verification().map(VerifyResult::unchecked).map(List::size).orElse(0);
    if (unchecked > 0) {
      String count = ProgressText.count(unchecked, "verify script");
      lines.add(new Line(Kind.NOTE, "", count + " check nothing"));
    }
    cycle.stillVerified().forEach(it -> lines.add(new Line(Kind.PROBLEM, "still verified", it)));
    result.failure().ifPresent(failure -> lines.addAll(lines(result, failure.hint())));
    String took = " in " + ProgressText.time(result.elapsed());
    return result.isClean()
        ? new Outcome(true, "Proved " + String.join(" and ", result.modules()) + took, lines)
        : new Outcome(false, "Not proved: " + why(result), lines);
  }

  private static String why(ProofResult result) {
    return result
        .rows()
        .map(rows -> ProgressText.count(rows.differing(), "row") + " not as in the source")
        .orElse("the scripts failed to " + result.cycle().step().label());
  }

  private static String compared(RowComparison rows) {
    return ProgressText.count(rows.rows(), "row")
        + " of "
        + ProgressText.count(rows.tables(), "table")
        + " compared, "
        + ProgressText.count(rows.differing())
        + " differ";
  }

  private static List<Line> lines(ProofResult result, String hint) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Kind.TITLE, "What to do"));
    lines.add(Line.of(Kind.TEXT, hint));
    result
        .cycle()
        .failure()
        .ifPresent(
            failure -> {
              lines.add(Line.of(Kind.TITLE, "What failed"));
              lines.addAll(
                  failure instanceof ScriptFailure script
                      ? DeployOutcome.lines(script.error())
                      : List.of(Line.of(Kind.TEXT, String.valueOf(failure.getMessage()))));
            });
    result.rows().ifPresent(rows -> lines.addAll(differences(rows)));
    return lines;
  }

  private static List<Line> differences(RowComparison rows) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Kind.TITLE, "What differs"));
    for (RowDifference difference : rows.differences()) {
      lines.add(
          new Line(
              Kind.PROBLEM,
              difference.kind().label(),
              difference.table() + " " + difference.key()));
      for (ValueDifference value : difference.values()) {
        lines.add(new Line(Kind.TEXT, "", value.column()));
        lines.add(new Line(Kind.TEXT, "  source", text(value.source())));
        lines.add(new Line(Kind.TEXT, "  scratch", text(value.scratch())));
      }
    }
    long more = rows.differing() - rows.differences().size();
    if (more > 0) {
      lines.add(Line.of(Kind.NOTE, "and " + ProgressText.count(more) + " more"));
    }
    return lines;
  }

  private static String text(Optional<String> value) {
    return value.map(it -> "'" + it + "'").orElse("NULL");
  }
}
