package dev.pgstow.wizard;

import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Goes through a questionnaire, forwards and back. Answers survive both; defaults that nobody
 * touched are derived anew.
 */
final class QuestionFlow {

  /**
   * How it ended; the answers so far in any case.
   *
   * @param elsewhere where else it leads, for {@link End#ELSEWHERE}
   */
  record Outcome(End end, Answers answers, Optional<Elsewhere> elsewhere) {
    Outcome(End end, Answers answers) {
      this(end, answers, Optional.empty());
    }
  }

  /** What can be done with the answer to a question instead. */
  record Elsewhere(String question, Notice notice) {}

  /** Where to go from the questions. */
  enum End {
    DONE,
    BACK,
    RECONNECT,
    ELSEWHERE
  }

  private final Ui ui;
  private final Work work;
  private final List<Question> questions;
  private final QuestionGuide guide;
  private final QuestionScreens screens;

  QuestionFlow(Ui ui, Work work, Questionnaire questionnaire, QuestionGuide guide) {
    this.ui = ui;
    this.work = work;
    this.questions = questionnaire.questions();
    this.guide = guide;
    this.screens = new QuestionScreens(ui, work);
  }

  /** Asks all questions that apply, in order. */
  Outcome all(Answers answers) {
    return run(0, answers, false, false);
  }

  /** Asks the last question that is asked at all; for coming back from the review. */
  Outcome last(Answers answers) {
    return previous(questions.size(), answers)
        .map(index -> run(index, answers, true, false))
        .orElse(new Outcome(End.DONE, answers));
  }

  /** Asks one question, and of those after it the ones whose answers no longer hold. */
  Outcome only(String id, Answers answers) {
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).id().equals(id)) {
        return run(i, answers, true, true);
      }
    }
    return new Outcome(End.DONE, answers);
  }

  private Outcome run(int from, Answers given, boolean askFirst, boolean brief) {
    Answers answers = given;
    boolean must = askFirst;
    int at = from;
    while (at < questions.size()) {
      Question question = questions.get(at);
      if (!question.when().test(answers)) {
        at++;
        continue;
      }
      ui.chrome(ui.chrome().at(guide.step(question.id())));
      Optional<Integer> previous = brief && at == from ? Optional.of(at) : previous(at, answers);
      Ways ways =
          new Ways(
              previous.isPresent() || guide.leadsBack(),
              guide.canReconnect() && !(question instanceof Question.Text) && !brief,
              guide.hasOthers(question.id()) && !brief);
      Reply<Answers> reply = screens.answer(question, answers, must, brief, ways);
      if (reply instanceof Reply.Given<Answers> next) {
        Optional<Notice> notice =
            noticed("Checking", () -> guide.check(question.id(), next.value()));
        must = notice.isPresent();
        answers = must ? asked(question, next.value()) : next.value();
        at += must ? 0 : 1;
        if (notice.isPresent() && leadsElsewhere(notice.get())) {
          return elsewhere(question, answers, notice.get());
        }
      } else if (reply instanceof Reply.Others<Answers> other) {
        answers = asked(question, other.value());
        Answers with = answers;
        Optional<Notice> notice =
            noticed("Looking what can be done", () -> guide.others(question.id(), with));
        must = true;
        if (notice.isPresent() && leadsElsewhere(notice.get())) {
          return elsewhere(question, answers, notice.get());
        }
      } else if (reply instanceof Reply.Reconnect<Answers>) {
        return new Outcome(End.RECONNECT, answers);
      } else if (previous.isPresent() && !(brief && at == from)) {
        at = previous.get();
        must = true;
      } else {
        return new Outcome(End.BACK, answers);
      }
    }
    return new Outcome(End.DONE, answers);
  }

  private static Outcome elsewhere(Question question, Answers answers, Notice notice) {
    Elsewhere elsewhere = new Elsewhere(question.id(), notice);
    return new Outcome(End.ELSEWHERE, answers, Optional.of(elsewhere));
  }

  /** Answers with this one as a person's, so that it is asked again, with what it was. */
  private static Answers asked(Question question, Answers answers) {
    return answers.with(
        question.id(), answers.list(question.id()).orElse(List.of()), Origin.PERSON);
  }

  /** Whether there is a way on; a notice without one is shown. */
  private boolean leadsElsewhere(Notice notice) {
    if (notice.detours().isEmpty()) {
      ui.show(NoticeView.of(notice, List.of("Choose another")));
    }
    return !notice.detours().isEmpty();
  }

  private Optional<Notice> noticed(String what, Callable<Optional<Notice>> look) {
    Reply<Optional<Notice>> reply = work.insist(what, "Choose another", look);
    return reply instanceof Reply.Given<Optional<Notice>> given
        ? given.value()
        : Optional.of(new Notice("Not checked", List.of("The check was stopped.")));
  }

  private Optional<Integer> previous(int before, Answers answers) {
    for (int i = before - 1; i >= 0; i--) {
      Question question = questions.get(i);
      boolean byFlag = answers.origin(question.id()).filter(Origin.FLAG::equals).isPresent();
      if (!byFlag && question.when().test(answers)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
