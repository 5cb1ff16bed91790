package dev.pgstow.wizard;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole way of a {@link Detour}: ask, review, work, what came of it and what can follow. */
final class DetourFlow {
  /** Ident of the wish to stop the work and stay in the session. */
  static final String STOPPED = "stopped";

  /** Where to go from it. */
  enum End {
    DONE,
    OTHER_WAYS,
    BACK
  }

  private static final String REVIEW = "review";
  private static final String WORK = "work";

  private final Ui ui;
  private final InstantSource clock;
  private final Detour detour;
  private final boolean follows;
  private final Work work;
  private final Exporting exporting;

  DetourFlow(Ui ui, InstantSource clock, Detour detour) {
    this(ui, clock, detour, false);
  }

  /**
   * A way.
   *
   * @param follows whether it follows another detour, which what came of it leads back to
   */
  private DetourFlow(Ui ui, InstantSource clock, Detour detour, boolean follows) {
    this.ui = ui;
    this.clock = clock;
    this.detour = detour;
    this.follows = follows;
    this.work = new Work(ui, clock, detour::cancel);
    this.exporting = new Exporting(ui, clock);
  }

  /** What the person wants in the end. */
  End run() {
    Chrome before = ui.chrome();
    ui.chrome(before.withTitle(detour.words().title()).withSteps(steps()));
    End end = goThrough();
    ui.chrome(before);
    return end;
  }

  private List<String> steps() {
    Set<String> steps = new LinkedHashSet<>();
    detour.questionnaire().questions().forEach(it -> steps.add(detour.step(it.id())));
    steps.add(REVIEW);
    steps.add(WORK);
    return List.copyOf(steps);
  }

  private End goThrough() {
    QuestionFlow questions = new QuestionFlow(ui, work, detour.questionnaire(), new Guide(detour));
    boolean asksNothing = detour.questionnaire().questions().isEmpty();
    QuestionFlow.Outcome outcome = questions.all(Answers.none());
    while (outcome.end() == QuestionFlow.End.DONE) {
      Answers answers = outcome.answers();
      ReviewView.Verdict verdict = review(answers);
      if (verdict instanceof ReviewView.Verdict.Start start) {
        Answers agreed = with(answers, start.options());
        Optional<End> end = end(agreed);
        if (end.isPresent()) {
          return end.get();
        }
        outcome = new QuestionFlow.Outcome(QuestionFlow.End.DONE, agreed);
      } else if (verdict instanceof ReviewView.Verdict.Edit edit) {
        Answers before = with(answers, edit.options());
        outcome = questions.only(edit.question(), before);
        if (outcome.end() == QuestionFlow.End.BACK) {
          outcome = new QuestionFlow.Outcome(QuestionFlow.End.DONE, before);
        }
      } else if (asksNothing) {
        return End.BACK;
      } else {
        outcome = questions.last(answers);
      }
    }
    return End.BACK;
  }

  private static Answers with(Answers answers, Map<String, List<String>> options) {
    Answers next = answers;
    for (Map.Entry<String, List<String>> option : options.entrySet()) {
      next = next.with(option.getKey(), option.getValue(), Origin.PERSON);
    }
    return next;
  }

  private ReviewView.Verdict review(Answers answers) {
    ui.chrome(ui.chrome().at(REVIEW));
    Reply<Review> review =
        work.insist("Putting the review together", "Back", () -> detour.review(answers));
    return review instanceof Reply.Given<Review> given
        ? ui.show(new ReviewView(given.value(), detour.words().start()))
        : new ReviewView.Verdict.Back();
  }

  /** Does the work; empty to go back to the review. */
  private Optional<End> end(Answers answers) {
    Reply<Optional<Ask>> before = work.insist("Checking", "Back", () -> detour.before(answers));
    if (!(before instanceof Reply.Given<Optional<Ask>> ask) || !agreed(ask.value())) {
      return Optional.empty();
    }
    ui.chrome(ui.chrome().at(WORK));
    Optional<Outcome> outcome;
    try (Detour.Staged staged = staged(answers)) {
      outcome =
          agreed(staged.question())
              ? Optional.of(exporting.commit("Putting it in place", staged::commit))
              : staged.declined();
    } catch (Failure failure) {
      ended(failure);
      return Optional.empty();
    }
    return outcome.map(this::show);
  }

  private Detour.Staged staged(Answers answers) {
    ProgressBoard board = new ProgressBoard(clock);
    DetourView<Detour.Staged> view =
        new DetourView<>(ui, detour.words().work(), board, clock, detour::cancel);
    return exporting.stage(
        view, () -> detour.stage(answers, board), Detour.Staged::close, detour::cancel);
  }

  /** Says why there is no outcome; ends the session if that is what the person wants. */
  private void ended(Failure failure) {
    boolean interrupted = failure.exitCode() == ExitCode.INTERRUPTED;
    if (failure.ident().equals(STOPPED) || (follows && interrupted)) {
      ui.show(NoticeView.of(new Notice("Stopped", words(failure)), List.of("Back")));
      return;
    }
    if (Work.isFinal(failure)) {
      throw failure;
    }
    List<String> ways = follows ? List.of("Back") : List.of("Back to the review", "Leave");
    if (ui.show(NoticeView.failure(detour.words().work().headline(), failure, ways)) == 1) {
      throw failure;
    }
  }

  private static List<String> words(Failure failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.hint().isEmpty() ? List.of(message) : List.of(message, failure.hint());
  }

  private boolean agreed(Optional<Ask> ask) {
    return ask.map(this::isAgreed).orElse(true);
  }

  private boolean isAgreed(Ask ask) {
    if (ask instanceof Ask.YesNo question) {
      List<Pane.Line> lines = new ArrayList<>();
      question.lines().forEach(text -> lines.add(new Pane.Line(text, Role.TEXT)));
      return ui.show(NoticeView.ask(question.question(), lines, question.suggestion())) == 1;
    }
    if (ask instanceof Ask.Overwrite overwrite) {
      OverwriteView view = OverwriteView.question(ui, work, overwrite.preview());
      return ui.show(view) == OverwriteView.Verdict.YES;
    }
    Ask.Pull pull = (Ask.Pull) ask;
    return ui.show(new DriftView(ui, pull.title(), pull.findings()));
  }

  /** Shows the outcome, and does what can follow, until the person is done. */
  private End show(Outcome outcome) {
    ui.written();
    Chrome here = ui.chrome();
    while (true) {
      int next = ui.show(follows ? new OutcomeView(outcome) : OutcomeView.last(outcome));
      if (next == OutcomeView.DONE) {
        return End.DONE;
      }
      if (next == outcome.next().size()) {
        return End.OTHER_WAYS;
      }
      try {
        new DetourFlow(ui, clock, outcome.next().get(next), true).run();
      } catch (Failure failure) {
        // What came before is written: leaving only closes.
        if (failure.exitCode() == ExitCode.DECLINED || failure.exitCode() == ExitCode.INTERRUPTED) {
          return End.DONE;
        }
        throw failure;
      }
      ui.chrome(here);
    }
  }

  private record Guide(Detour detour) implements QuestionGuide {
    @Override
    public String step(String questionId) {
      return detour.step(questionId);
    }

    @Override
    public boolean leadsBack() {
      return true;
    }
  }
}
