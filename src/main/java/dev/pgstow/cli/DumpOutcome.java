package dev.pgstow.cli;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.drift.DeclaredSource;
import dev.pgstow.dump.DumpResult;
import dev.pgstow.dump.ObjectTitle;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the wizard shows of a dump, and what it offers to do with it.
 *
 * @param told is handed what comes of that
 */
record DumpOutcome(DumpPlan plan, Function<Outcome, Outcome> told) {

  Outcome of(DumpResult result) {
    DetourSite site = plan.site();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Kind.TEXT, "folder", result.output().toString()));
    lines.add(new Line(Kind.TEXT, "files", files(result)));
    if (!result.omissions().isEmpty()) {
      lines.add(Line.of(Kind.TITLE, "Not carried"));
      for (Catalog.Omission omission : result.omissions()) {
        lines.add(
            new Line(
                Kind.PROBLEM, "", ObjectTitle.of(omission.identity()) + ": " + omission.why()));
      }
    }
    result.notes().forEach(note -> lines.add(Line.of(Kind.NOTE, note)));
    lines.add(Line.of(Kind.TITLE, "Next"));
    lines.addAll(next());
    lines.add(Line.of(Kind.TITLE, "The same again"));
    lines.add(Line.of(Kind.TEXT, "  " + ShellWords.join(plan.command())));
    lines.add(Line.of(Kind.TITLE, "Objects"));
    lines.addAll(kinds(result));
    return new Outcome(
        true,
        "Wrote "
            + ProgressText.count(result.objects(), "object")
            + " of "
            + site.database()
            + " to "
            + site.shown(plan.folder())
            + " in "
            + ProgressText.time(result.elapsed()),
        lines,
        offers());
  }

  private static String files(DumpResult result) {
    return ProgressText.count(result.changes().added())
        + " new, "
        + ProgressText.count(result.changes().changed())
        + " changed, "
        + ProgressText.count(result.changes().removed())
        + " removed, "
        + ProgressText.count(result.changes().same())
        + " as before";
  }

  private static List<Line> kinds(DumpResult result) {
    List<Line> lines = new ArrayList<>();
    for (ObjectKind kind : ObjectKind.values()) {
      int seen = result.seen().getOrDefault(kind, 0);
      int written = result.written().getOrDefault(kind, 0);
      if (seen + written > 0) {
        String count = ProgressText.count(written);
        lines.add(
            new Line(
                seen == written ? Kind.TEXT : Kind.PROBLEM,
                kind.label(),
                seen == written ? count : count + " of " + ProgressText.count(seen)));
      }
    }
    return lines;
  }

  private List<Line> next() {
    DetourSite site = plan.site();
    List<Line> lines = new ArrayList<>();
    if (plan.isPackage()) {
      List<String> adopt = site.command("adopt");
      adopt.addAll(List.of("--module", plan.module()));
      lines.addAll(DetourSite.step(adopt, "record its changes as deployed, once checked"));
      lines.addAll(
          DetourSite.step(
              List.of(
                  "pgstow",
                  "deploy",
                  plan.module(),
                  "--createdb",
                  "--database",
                  AfterScript.suggested(plan.module())),
              "make the same schema in another database"));
    } else {
      String script =
          plan.files().layout().label().equals(DumpQuestions.FLAT) ? "schema.sql" : "load.sql";
      lines.addAll(
          DetourSite.step(
              List.of(
                  "psql",
                  "-v",
                  "ON_ERROR_STOP=1",
                  "-1",
                  "-f",
                  site.shown(plan.folder().resolve(script))),
              "make the same schema in an empty database"));
      List<String> drift = site.command("drift");
      drift.addAll(List.of("--source", site.shown(plan.folder())));
      lines.addAll(DetourSite.step(drift, "see later what somebody changed by hand"));
    }
    lines.addAll(
        DetourSite.step(List.of("git", "add", site.shown(plan.folder())), "keep this version"));
    return lines;
  }

  private List<Detour> offers() {
    DetourSite site = plan.site();
    if (plan.isPackage()) {
      DeclaredSource source =
          new DeclaredSource.OfModule(
              site.workspace(), plan.module(), plan.folder(), Optional.empty());
      return List.of(
          new AdoptDetour(site, Optional.of(plan.module()), told),
          new DriftDetour(site, Optional.of(source), told));
    }
    return List.of(
        new DriftDetour(site, Optional.of(new DeclaredSource.Files(plan.folder())), told));
  }
}
