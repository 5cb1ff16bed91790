package dev.pgstow.cli;

import dev.pgstow.drift.DriftResult;
import dev.pgstow.dump.ObjectTitle;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the wizard shows of a comparison.
 *
 * @param source for people
 * @param command the command that compares again
 * @param pull the one that pulls
 */
record DriftOutcome(DetourSite site, String source, List<String> command, List<String> pull) {

  /**
   * The outcome.
   *
   * @param file what was pulled to
   */
  Outcome of(DriftResult result, Optional<Path> file) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Kind.TEXT, "source", source));
    lines.add(new Line(Kind.TEXT, "undeclared", count(result.undeclared().size())));
    lines.add(new Line(Kind.TEXT, "missing", count(result.missing().size())));
    lines.add(new Line(Kind.TEXT, "changed", count(result.changed().size())));
    file.ifPresent(it -> lines.add(new Line(Kind.TEXT, "pulled to", site.shown(it))));
    result
        .incomparable()
        .forEach(
            it ->
                lines.add(
                    Line.of(
                        Kind.NOTE,
                        "not compared: " + ObjectTitle.of(it.identity()) + ": " + it.why())));
    result.notes().forEach(note -> lines.add(Line.of(Kind.NOTE, note)));
    if (file.isPresent()) {
      lines.add(Line.of(Kind.TITLE, "Next"));
      lines.addAll(
          DetourSite.step(
              List.of("git", "add", site.shown(file.get())),
              "review it first, and move what should stay to where it belongs"));
    } else if (!result.isDeclared()) {
      lines.add(Line.of(Kind.TITLE, "Next"));
      lines.addAll(DetourSite.step(pull, "capture what is undeclared for review"));
    }
    lines.add(Line.of(Kind.TITLE, "The same again"));
    lines.add(Line.of(Kind.TEXT, "  " + ShellWords.join(command)));
    return new Outcome(result.isSame() || file.isPresent(), headline(result, file), lines);
  }

  private static String count(int objects) {
    return ProgressText.count(objects, "object");
  }

  private static String headline(DriftResult result, Optional<Path> file) {
    if (result.isSame()) {
      return "drift: clean — every live object is declared in source.";
    }
    String undeclared = ProgressText.count(result.undeclared().size());
    if (file.isPresent()) {
      return "Pulled " + undeclared + " undeclared live object(s)";
    }
    return result.isDeclared()
        ? "drift: nothing is undeclared, but live and source differ"
        : "drift: " + undeclared + " undeclared live object(s)";
  }
}
