package dev.pgstow.wizard;

import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gets one question answered: by the answer it has, if that still holds, or on its screen. */
final class QuestionScreens {

  private record PickData(List<Choice> options, Optional<String> preselected) {}

  private record TickData(List<Choice> options, List<String> ticked) {}

  private final Ui ui;
  private final Work work;
  private final Map<String, String> said = new LinkedHashMap<>();

  QuestionScreens(Ui ui, Work work) {
    this.ui = ui;
    this.work = work;
  }

  /**
   * The answers with one to this question.
   *
   * @param must whether to ask even if there is a good answer
   * @param brief whether to ask only if there is no good answer or default
   */
  Reply<Answers> answer(
      Question question, Answers answers, boolean must, boolean brief, Ways ways) {
    boolean skip = !must && (brief || isFlag(question.id(), answers));
    forgetFrom(question);
    if (question instanceof Question.Pick pick) {
      return pick(pick, answers, skip, ways);
    } else if (question instanceof Question.Tick tick) {
      return tick(tick, answers, skip, ways);
    }
    Question.Text text = (Question.Text) question;
    Reply<Answers> reply = text(text, answers, skip, ways);
    if (reply instanceof Reply.Given<Answers> given) {
      said.put(text.message(), given.value().text(text.id()).orElse(""));
    }
    return reply;
  }

  /** What is asked again is not known any more, nor what was asked after it. */
  private void forgetFrom(Question question) {
    List<String> messages = new ArrayList<>(said.keySet());
    int at = messages.indexOf(question.message());
    if (at >= 0) {
      said.keySet().removeAll(messages.subList(at, messages.size()));
    }
  }

  /** The answer to a list, as the list showed it. */
  private void remember(Question question, String value, List<Choice> options) {
    options.stream()
        .filter(choice -> choice.value().equals(value))
        .forEach(choice -> said.put(question.message(), choice.label()));
  }

  private static boolean isFlag(String id, Answers answers) {
    return answers.origin(id).filter(Origin.FLAG::equals).isPresent();
  }

  private static boolean isDefault(String id, Answers answers) {
    return answers.origin(id).filter(Origin.DEFAULT::equals).isPresent();
  }

  private Reply<Answers> pick(Question.Pick question, Answers answers, boolean skip, Ways ways) {
    Reply<PickData> loaded =
        work.insist(
            question.message(),
            "Back",
            () ->
                new PickData(
                    question.options().apply(answers), question.preselected().apply(answers)));
    if (!(loaded instanceof Reply.Given<PickData> given)) {
      return new Reply.Back<>();
    }
    List<Choice> options = given.value().options();
    Optional<String> had = answers.text(question.id());
    Optional<String> value = had.flatMap(text -> value(text, options));
    if (skip && value.isPresent()) {
      remember(question, value.get(), options);
      return new Reply.Given<>(
          answers.with(
              question.id(), value.get(), answers.origin(question.id()).orElse(Origin.PERSON)));
    }
    String problem =
        isFlag(question.id(), answers)
            ? had.map(text -> problem(question, text, options)).orElse("")
            : "";
    try (Marks marks = new Marks(ui::post, question.mark())) {
      Optional<String> start = value.or(() -> given.value().preselected());
      Reply<String> reply =
          ui.show(new PickView(question.message(), options, start, marks, problem, ways));
      return map(
          reply,
          chosen -> {
            remember(question, chosen, options);
            return answers.with(question.id(), chosen, Origin.PERSON);
          });
    }
  }

  /** The value of the only option that is called so. */
  private static Optional<String> value(String text, List<Choice> options) {
    List<Choice> named = Choice.named(text, options);
    return named.size() == 1 ? Optional.of(named.get(0).value()) : Optional.empty();
  }

  private static String problem(Question.Pick question, String text, List<Choice> options) {
    String given = question.flag() + " " + text + ": ";
    int named = Choice.named(text, options).size();
    return switch (named) {
      case 0 -> given + "there is no such thing here.";
      case 1 -> "";
      default -> given + named + " entries are called that.";
    };
  }

  private Reply<Answers> tick(Question.Tick question, Answers answers, boolean skip, Ways ways) {
    Reply<TickData> loaded =
        work.insist(
            question.message(),
            "Back",
            () ->
                new TickData(question.options().apply(answers), question.ticked().apply(answers)));
    if (!(loaded instanceof Reply.Given<TickData> given)) {
      return new Reply.Back<>();
    }
    List<Choice> options = given.value().options();
    List<String> ticked = given.value().ticked();
    Optional<List<String>> had =
        answers.list(question.id()).filter(values -> !isDefault(question.id(), answers));
    List<String> unknown = new ArrayList<>();
    Set<String> start = new LinkedHashSet<>();
    for (String text : had.orElse(List.of())) {
      value(text, options).ifPresentOrElse(start::add, () -> unknown.add(text));
    }
    boolean holds = unknown.isEmpty() && had.isPresent();
    List<String> values = start.isEmpty() ? ticked : List.copyOf(start);
    if (skip
        && (holds || !isFlag(question.id(), answers))
        && question.problem().apply(values).isEmpty()) {
      Origin origin =
          start.isEmpty() ? Origin.DEFAULT : answers.origin(question.id()).orElse(Origin.DEFAULT);
      return new Reply.Given<>(answers.with(question.id(), values, origin));
    }
    String problem =
        isFlag(question.id(), answers) && !unknown.isEmpty()
            ? question.flag() + ": there is no " + String.join(", ", unknown) + " here."
            : "";
    boolean on = question.toggle().map(toggle -> answers.isOn(toggle.id())).orElse(false);
    Reply<TickView.Ticked> reply =
        ui.show(new TickView(question, options, values, on, problem, ways));
    return map(reply, result -> ticked(question, answers, ticked, result));
  }

  private static Answers ticked(
      Question.Tick question, Answers answers, List<String> ticked, TickView.Ticked result) {
    boolean untouched = Set.copyOf(result.values()).equals(Set.copyOf(ticked));
    Answers next =
        answers.with(question.id(), result.values(), untouched ? Origin.DEFAULT : Origin.PERSON);
    if (question.toggle().isPresent()) {
      String id = question.toggle().get().id();
      if (answers.isOn(id) != result.on() || !answers.has(id)) {
        next =
            next.with(
                id, String.valueOf(result.on()), result.on() ? Origin.PERSON : Origin.DEFAULT);
      }
    }
    return next;
  }

  private Reply<Answers> text(Question.Text question, Answers answers, boolean skip, Ways ways) {
    Reply<String> loaded =
        work.insist(question.message(), "Back", () -> question.suggestion().apply(answers));
    if (!(loaded instanceof Reply.Given<String> given)) {
      return new Reply.Back<>();
    }
    String suggestion = given.value();
    String start =
        isDefault(question.id(), answers)
            ? suggestion
            : answers.text(question.id()).orElse(suggestion);
    if (skip && question.problem().with(answers, start).isEmpty()) {
      Origin origin = answers.origin(question.id()).orElse(Origin.DEFAULT);
      return new Reply.Given<>(answers.with(question.id(), start, origin));
    }
    Reply<String> reply =
        ui.show(
            new TextView(
                question.message(),
                start,
                text -> question.problem().with(answers, text),
                said,
                ways));
    return map(
        reply,
        text ->
            answers.with(
                question.id(), text, text.equals(suggestion) ? Origin.DEFAULT : Origin.PERSON));
  }

  private static <A, B> Reply<B> map(Reply<A> reply, Function<A, B> function) {
    if (reply instanceof Reply.Given<A> given) {
      return new Reply.Given<>(function.apply(given.value()));
    }
    if (reply instanceof Reply.Others<A> others) {
      return new Reply.Others<>(function.apply(others.value()));
    }
    return reply instanceof Reply.Reconnect<A> ? new Reply.Reconnect<>() : new Reply.Back<>();
  }
}
