package dev.pgstow.cli;

import dev.pgstow.drift.AdoptRequest;
import dev.pgstow.drift.AdoptResult;
import dev.pgstow.drift.Adopter;
import dev.pgstow.drift.DeclaredSource;
import dev.pgstow.migrate.DeployResult;
import dev.pgstow.migrate.SessionLimits;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import dev.pgstow.wizard.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Records a module's changes as deployed in a live database, as {@code pgstow adopt}. */
final class AdoptDetour implements Detour {
  private static final String MODULE = "module";

  private final DetourSite site;
  private final Optional<String> module;
  private final Function<Outcome, Outcome> told;
  private final StoppableWork work = new StoppableWork();

  /**
   * An adoption.
   *
   * @param module empty to ask for it
   * @param told is handed what came of it
   */
  AdoptDetour(DetourSite site, Optional<String> module, Function<Outcome, Outcome> told) {
    this.site = site;
    this.module = module;
    this.told = told;
  }

  @Override
  public Words words() {
    return new Words(
        "Record a module as deployed",
        "adopt what is there, once it is checked",
        "Adopt",
        "adopt",
        "Check and record",
        new AtWork(
            "Adopting what is in " + site.database(),
            "",
            "Nothing is recorded unless all of it is right.",
            "Stop? Nothing has been recorded."));
  }

  @Override
  public Questionnaire questionnaire() {
    return new Questionnaire("adopt", module.isPresent() ? List.of() : List.of(asked()));
  }

  private Question asked() {
    return new Question.Pick(
        MODULE,
        "--module",
        "Module to record",
        answers -> true,
        answers ->
            new Sources(site)
                .modules().stream().map(name -> new Choice(name, name, List.of())).toList(),
        answers -> Optional.empty(),
        answers -> Optional.empty(),
        choice -> "");
  }

  private String name(Answers answers) {
    return module.orElseGet(() -> answers.text(MODULE).orElseThrow());
  }

  private DeclaredSource.OfModule source(Answers answers) {
    return SourceOptions.module(site.workspace(), name(answers), Optional.empty());
  }

  @Override
  public Review review(Answers answers) {
    int changes =
        site.workspace()
            .modules()
            .find(source(answers).module())
            .orElseThrow()
            .plan()
            .changes()
            .size();
    List<Review.Line> lines = site.reviewed();
    Optional<String> question = module.isPresent() ? Optional.empty() : Optional.of(MODULE);
    lines.add(new Review.Line("module", name(answers), question));
    lines.add(new Review.Line("changes", ProgressText.count(changes, "change"), Optional.empty()));
    lines.add(new Review.Line("", "", Optional.empty()));
    for (String what :
        List.of(
            "Every verify script must pass in " + site.database() + ", and every object",
            "must be what the module makes of it in a scratch database.",
            "Then the changes are recorded as deployed; no deploy script is run.")) {
      lines.add(new Review.Line("", what, Optional.empty()));
    }
    return new Review(lines, List.of(), List.of(), List.of(DriftDetour.scratchHere(answers)));
  }

  @Override
  public Staged stage(Answers answers, ProgressListener listener) {
    work.begin();
    AdoptRequest request =
        new AdoptRequest(
            site.database(),
            source(answers),
            DriftDetour.place(site, answers),
            SessionLimits.none());
    Adopter adopter = new Adopter(site.databases());
    AdoptResult result = work.during(adopter::cancel, () -> adopter.run(request, listener));
    return new DoneAtOnce(() -> told.apply(outcome(result, answers)));
  }

  private Outcome outcome(AdoptResult result, Answers answers) {
    List<Line> lines = new ArrayList<>();
    for (DeployResult.Module each : result.recorded().modules()) {
      String before = each.skipped() > 0 ? ", " + each.skipped() + " were recorded before" : "";
      lines.add(
          new Line(
              Kind.TEXT,
              each.name(),
              ProgressText.count(each.deployed().size(), "change") + before));
    }
    lines.add(
        new Line(
            Kind.TEXT,
            "compared",
            ProgressText.count(result.compared(), "object") + ", all as the module makes them"));
    result
        .unchecked()
        .forEach(it -> lines.add(Line.of(Kind.NOTE, "its verify script checks nothing: " + it)));
    lines.add(Line.of(Kind.TITLE, "Next"));
    List<String> deploy = site.command("deploy", name(answers));
    lines.addAll(DetourSite.step(deploy, "deploy what is added to the module from now on"));
    lines.add(Line.of(Kind.TITLE, "The same again"));
    List<String> again = site.command("adopt");
    again.addAll(List.of("--module", name(answers)));
    lines.add(Line.of(Kind.TEXT, "  " + ShellWords.join(again)));
    return new Outcome(
        true,
        "Recorded "
            + ProgressText.count(result.recorded().deployed(), "change")
            + " as deployed in "
            + site.database()
            + " in "
            + ProgressText.time(result.elapsed()),
        lines);
  }

  @Override
  public void cancel() {
    work.cancel();
  }
}
