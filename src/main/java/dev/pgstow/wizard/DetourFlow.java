package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The whole way of a {@link Detour}: ask, review, write, result; and back to where it began. */
final class DetourFlow {
  private static final String REVIEW = "review";
  private static final String WRITE = "write";

  private final Ui ui;
  private final InstantSource clock;
  private final Detour detour;
  private final Work work;
  private final Exporting exporting;

  DetourFlow(Ui ui, InstantSource clock, Detour detour) {
    this.ui = ui;
    this.clock = clock;
    this.detour = detour;
    this.work = new Work(ui, clock, detour::cancel);
    this.exporting = new Exporting(ui, clock);
  }

  /** Whether it was done; the person has seen it. False to go back to where it began. */
  boolean run() {
    Chrome before = ui.chrome();
    ui.chrome(before.withTitle(detour.title()).withSteps(steps()));
    boolean done = goThrough();
    if (!done) {
      ui.chrome(before);
    }
    return done;
  }

  private List<String> steps() {
    Set<String> steps = new LinkedHashSet<>();
    detour.questionnaire().questions().forEach(it -> steps.add(detour.step(it.id())));
    steps.add(REVIEW);
    steps.add(WRITE);
    return List.copyOf(steps);
  }

  private boolean goThrough() {
    QuestionFlow questions =
        new QuestionFlow(
            ui,
            work,
            detour.questionnaire(),
            detour::step,
            (id, answers) -> Optional.empty(),
            false);
    QuestionFlow.Outcome outcome = questions.all(Answers.none());
    while (outcome.end() == QuestionFlow.End.DONE) {
      Answers answers = outcome.answers();
      ReviewView.Verdict verdict = review(answers);
      if (verdict instanceof ReviewView.Verdict.Start) {
        if (isWritten(answers)) {
          return true;
        }
      } else if (verdict instanceof ReviewView.Verdict.Edit edit) {
        outcome = questions.only(edit.question(), answers);
        if (outcome.end() == QuestionFlow.End.BACK) {
          outcome = new QuestionFlow.Outcome(QuestionFlow.End.DONE, answers);
        }
      } else {
        outcome = questions.last(answers);
      }
    }
    return false;
  }

  private ReviewView.Verdict review(Answers answers) {
    ui.chrome(ui.chrome().at(REVIEW));
    Reply<Review> review =
        work.insist("Putting the review together", "Back", () -> detour.review(answers));
    return review instanceof Reply.Given<Review> given
        ? ui.show(new ReviewView(given.value(), detour.start()))
        : new ReviewView.Verdict.Back();
  }

  /** False to go back to the review. */
  private boolean isWritten(Answers answers) {
    ui.chrome(ui.chrome().at(WRITE));
    ProgressBoard board = new ProgressBoard(clock);
    ProgressView<Detour.Staged> view =
        new ProgressView<>(ui, detour.working(), board, detour.phases(), clock, detour::cancel);
    Outcome outcome;
    try (Detour.Staged staged =
        exporting.stage(
            view, () -> detour.stage(answers, board), Detour.Staged::close, detour::cancel)) {
      Optional<Notice> question = staged.question();
      if (question.isPresent() && !agreed(question.get())) {
        return false;
      }
      outcome = exporting.commit("Putting the files in place", staged::commit);
    } catch (Failure failure) {
      if (Work.isFinal(failure)
          || ui.show(
                  NoticeView.failure(
                      "Nothing was written", failure, List.of("Back to the review", "Leave")))
              == 1) {
        throw failure;
      }
      return false;
    }
    ui.show(OutcomeView.last(outcome));
    return true;
  }

  private boolean agreed(Notice question) {
    List<Pane.Line> lines = new ArrayList<>();
    question.paragraphs().forEach(text -> lines.add(new Pane.Line(text, Role.WARNING)));
    return ui.show(NoticeView.ask(question.title(), lines)) == 1;
  }
}
