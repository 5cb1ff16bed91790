package dev.pgstow.cli;

import dev.pgstow.dump.DumpEngine;
import dev.pgstow.dump.DumpResult;
import dev.pgstow.dump.PackageDump;
import dev.pgstow.dump.StagedDump;
import dev.pgstow.dump.StagedPackage;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.wizard.Ask;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Review;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Dumps a database's schema to files or a module, as {@code pgstow dump}. */
final class DumpDetour implements Detour {
  private final DetourSite site;
  private final Function<Outcome, Outcome> told;
  private final StoppableWork work = new StoppableWork();
  private final DumpQuestions questions;

  /**
   * A dump.
   *
   * @param told is handed what came of it
   */
  DumpDetour(DetourSite site, Function<Outcome, Outcome> told) {
    this.site = site;
    this.told = told;
    this.questions = new DumpQuestions(site, work);
  }

  @Override
  public Words words() {
    return new Words(
        "Write its schema to files",
        "one object a file, one script, or a module",
        "Dump",
        "dump",
        "Write the files",
        new AtWork(
            "Dumping " + site.database(),
            "reading the catalog",
            "Nothing is written until the end.",
            "Stop? Nothing has been written."));
  }

  @Override
  public Questionnaire questionnaire() {
    return questions.questionnaire();
  }

  @Override
  public String step(String questionId) {
    return switch (questionId) {
      case DumpQuestions.OUTPUT, DumpQuestions.MODULE, DumpQuestions.AUTHOR -> "where";
      default -> questionId;
    };
  }

  private DumpPlan plan(Answers answers) {
    return new DumpPlan(site, answers, questions.excluded(answers));
  }

  @Override
  public Review review(Answers answers) {
    DumpPlan plan = plan(answers);
    List<Review.Line> lines = site.reviewed();
    lines.add(DetourSite.line("layout", DumpQuestions.LAYOUT, answers));
    if (plan.isPackage()) {
      lines.add(DetourSite.line("module", DumpQuestions.MODULE, answers));
      lines.add(DetourSite.line("author", DumpQuestions.AUTHOR, answers));
    } else {
      lines.add(DetourSite.line("folder", DumpQuestions.OUTPUT, answers));
    }
    int all = questions.offered();
    int left = plan.excluded().size();
    lines.add(
        new Review.Line(
            "schemas",
            (all - left) + " of " + all + (left == 0 ? "" : ", the others left out"),
            Optional.of(DumpQuestions.SCHEMAS)));
    return new Review(
        lines,
        List.of(new Review.Line(site.shown(plan.folder()), what(answers), Optional.empty())),
        warnings(plan),
        List.of(
            new Review.Option(DumpPlan.CARRIED, DumpPlan.OWNERS, "who owns what", plan.owners()),
            new Review.Option(DumpPlan.CARRIED, DumpPlan.PRIVILEGES, "grants", plan.privileges())));
  }

  private static String what(Answers answers) {
    return switch (answers.text(DumpQuestions.LAYOUT).orElse("")) {
      case DumpQuestions.FLAT -> "schema.sql, manifest.json";
      case DumpQuestions.PACKAGE -> "a change an object: deploy, revert, verify";
      default -> "an object a file, load.sql, manifest.json";
    };
  }

  private List<String> warnings(DumpPlan plan) {
    List<String> warnings = new ArrayList<>();
    if (plan.isPackage()) {
      site.workspace()
          .coverageWarning(site.workspace().root().resolve("packages"))
          .ifPresent(warnings::add);
    }
    if (Files.exists(plan.folder())) {
      warnings.add(site.shown(plan.folder()) + " exists; what would change is shown first.");
    }
    return warnings;
  }

  @Override
  public Staged stage(Answers answers, ProgressListener listener) {
    work.begin();
    DumpPlan plan = plan(answers);
    DumpAsk ask = new DumpAsk(site);
    if (plan.isPackage()) {
      PackageDump engine = new PackageDump(site.databases());
      StagedPackage staged =
          work.during(engine::cancel, () -> engine.stage(plan.packaged(), listener));
      return new Ready(plan, staged, () -> ask.of(staged), staged::commit);
    }
    DumpEngine engine = new DumpEngine(site.databases());
    StagedDump staged = work.during(engine::cancel, () -> engine.stage(plan.files(), listener));
    return new Ready(plan, staged, () -> ask.of(staged), () -> staged.commit(listener));
  }

  @Override
  public void cancel() {
    work.cancel();
  }

  private final class Ready implements Staged {
    private final DumpPlan plan;
    private final AutoCloseable staged;
    private final Supplier<DumpResult> swap;
    private final Optional<Ask> question;

    /** Looks at the target, which may take a while, or closes what was staged. */
    Ready(
        DumpPlan plan,
        AutoCloseable staged,
        Supplier<Optional<Ask>> question,
        Supplier<DumpResult> swap) {
      this.plan = plan;
      this.staged = staged;
      this.swap = swap;
      boolean asked = false;
      try {
        this.question = question.get();
        asked = true;
      } finally {
        if (!asked) {
          close();
        }
      }
    }

    @Override
    public Optional<Ask> question() {
      return question;
    }

    @Override
    public Outcome commit() {
      return told.apply(new DumpOutcome(plan, told).of(swap.get()));
    }

    @Override
    public void close() {
      try {
        staged.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
