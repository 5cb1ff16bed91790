package dev.pgstow.wizard;

import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Goes through a questionnaire, forwards and back. Answers survive both; defaults that nobody
 * touched are derived anew.
 */
final class QuestionFlow {

  /** How it ended; the answers so far in any case. */
  record Outcome(End end, Answers answers, Optional<Detour> detour) {
    Outcome(End end, Answers answers) {
      this(end, answers, Optional.empty());
    }
  }

  /** Where to go from the questions. */
  enum End {
    DONE,
    BACK,
    RECONNECT,
    DETOUR
  }

  private final Ui ui;
  private final Work work;
  private final List<Question> questions;
  private final UnaryOperator<String> step;
  private final BiFunction<String, Answers, Optional<Notice>> check;
  private final boolean reconnect;
  private final QuestionScreens screens;

  QuestionFlow(
      Ui ui,
      Work work,
      Questionnaire questionnaire,
      UnaryOperator<String> step,
      BiFunction<String, Answers, Optional<Notice>> check,
      boolean reconnect) {
    this.ui = ui;
    this.work = work;
    this.questions = questionnaire.questions();
    this.step = step;
    this.check = check;
    this.reconnect = reconnect;
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
      ui.chrome(ui.chrome().at(step.apply(question.id())));
      Optional<Integer> previous = brief && at == from ? Optional.of(at) : previous(at, answers);
      Ways ways =
          new Ways(
              previous.isPresent(), reconnect && !(question instanceof Question.Text) && !brief);
      Reply<Answers> reply = screens.answer(question, answers, must, brief, ways);
      if (reply instanceof Reply.Given<Answers> next) {
        Optional<Notice> notice = checked(question, next.value());
        must = notice.isPresent();
        answers = must ? answers.without(question.id()) : next.value();
        at += must ? 0 : 1;
        Optional<Detour> detour = notice.flatMap(this::shown);
        if (detour.isPresent()) {
          return new Outcome(End.DETOUR, answers, detour);
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

  /** Shows a notice; empty to choose another answer. */
  private Optional<Detour> shown(Notice notice) {
    List<String> ways = new ArrayList<>();
    notice.detours().forEach(detour -> ways.add(detour.label()));
    ways.add("Choose another");
    int way = ui.show(NoticeView.of(notice, ways));
    return way < notice.detours().size()
        ? Optional.of(notice.detours().get(way))
        : Optional.empty();
  }

  private Optional<Notice> checked(Question question, Answers answers) {
    Reply<Optional<Notice>> reply =
        work.insist("Checking", "Choose another", () -> check.apply(question.id(), answers));
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
