package dev.pgstow.cli;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.drift.DeclaredSource;
import dev.pgstow.drift.DriftEngine;
import dev.pgstow.drift.DriftRequest;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.drift.Pull;
import dev.pgstow.postgres.ScratchPlace;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.wizard.Ask;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares a database with its source, and pulls from there, as {@code pgstow drift}. */
final class DriftDetour implements Detour {
  static final String SCRATCH = "scratch";
  static final String HERE = "here";

  private static final String SOURCE = "source";

  private final DetourSite site;
  private final Optional<DeclaredSource> source;
  private final Function<Outcome, Outcome> told;
  private final Sources sources;
  private final StoppableWork work = new StoppableWork();

  /**
   * A comparison.
   *
   * @param source empty to ask for it
   * @param told is handed what came of it
   */
  DriftDetour(DetourSite site, Optional<DeclaredSource> source, Function<Outcome, Outcome> told) {
    this.site = site;
    this.source = source;
    this.told = told;
    this.sources = new Sources(site);
  }

  @Override
  public Words words() {
    return new Words(
        "Compare it with its source",
        "what was changed by hand, with diffs; pull it",
        "Compare",
        "drift",
        "Compare",
        new AtWork(
            "Comparing " + site.database() + " with its source",
            "loading the source into a scratch database, reading both",
            "Nothing is changed, here or there.",
            "Stop comparing?"));
  }

  @Override
  public Questionnaire questionnaire() {
    return new Questionnaire("drift", source.isPresent() ? List.of() : List.of(asked()));
  }

  private Question asked() {
    return new Question.Pick(
        SOURCE,
        "--source",
        "Source to compare with",
        answers -> true,
        answers -> sources.choices(),
        answers -> Optional.empty(),
        answers -> Optional.empty(),
        choice -> "");
  }

  private DeclaredSource source(Answers answers) {
    return source.orElseGet(() -> sources.of(answers.text(SOURCE).orElseThrow()));
  }

  @Override
  public Review review(Answers answers) {
    List<Review.Line> lines = site.reviewed();
    Optional<String> question = source.isPresent() ? Optional.empty() : Optional.of(SOURCE);
    lines.add(new Review.Line("source", name(source(answers)), question));
    lines.add(new Review.Line("", "", Optional.empty()));
    lines.add(
        new Review.Line(
            "", "The source is loaded into a scratch database and read back.", Optional.empty()));
    return new Review(lines, List.of(), List.of(), List.of(scratchHere(answers)));
  }

  /** Whether the scratch database is made on the live server, which has the extensions. */
  static Review.Option scratchHere(Answers answers) {
    String label = "make the scratch database on this server, for its extensions";
    return new Review.Option(SCRATCH, HERE, label, isHere(answers));
  }

  private static boolean isHere(Answers answers) {
    return answers.list(SCRATCH).filter(values -> values.contains(HERE)).isPresent();
  }

  static ScratchPlace place(DetourSite site, Answers answers) {
    return isHere(answers) ? new ScratchPlace.Here(site.settings()) : new ScratchPlace.Embedded();
  }

  private String name(DeclaredSource it) {
    return it instanceof DeclaredSource.OfModule module
        ? "module " + module.module()
        : site.shown(it.folder());
  }

  private List<String> command(String verb, Answers answers) {
    List<String> words = site.command(verb);
    DeclaredSource from = source(answers);
    words.addAll(
        from instanceof DeclaredSource.OfModule module
            ? List.of("--module", module.module())
            : List.of("--source", site.shown(from.folder())));
    if (isHere(answers)) {
      words.add("--scratch-here");
    }
    return words;
  }

  @Override
  public Staged stage(Answers answers, ProgressListener listener) {
    work.begin();
    DriftRequest request =
        new DriftRequest(
            site.database(),
            source(answers),
            new CatalogOptions(List.of(), List.of(), true, true),
            place(site, answers));
    DriftEngine engine = new DriftEngine(site.databases());
    DriftResult result = work.during(engine::cancel, () -> engine.run(request, listener));
    DriftOutcome outcome =
        new DriftOutcome(
            site, name(request.source()), command("drift", answers), command("pull", answers));
    return new Compared(result, outcome);
  }

  @Override
  public void cancel() {
    work.cancel();
  }

  private final class Compared implements Staged {
    private final DriftResult result;
    private final DriftOutcome outcome;

    Compared(DriftResult result, DriftOutcome outcome) {
      this.result = result;
      this.outcome = outcome;
    }

    @Override
    public Optional<Ask> question() {
      return result.isSame()
          ? Optional.empty()
          : Optional.of(
              new Ask.Pull(site.database() + " and " + outcome.source(), DriftFindings.of(result)));
    }

    /** Nothing is asked if all is the same, and there is nothing to pull then either. */
    @Override
    public Outcome commit() {
      Optional<Path> file =
          result.isDeclared()
              ? Optional.empty()
              : Optional.of(new Pull(site.clock()).write(result.undeclared(), result.pulled()));
      return told.apply(outcome.of(result, file));
    }

    @Override
    public Optional<Outcome> declined() {
      return Optional.of(told.apply(outcome.of(result, Optional.empty())));
    }

    @Override
    public void close() {
      // The comparison removed its scratch database.
    }
  }
}
