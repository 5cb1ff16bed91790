package dev.pgstow.prompt;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks an answer that came without asking, such as a flag's, against its question. */
final class GivenAnswer {
  private static final int NEAR = 5;

  private GivenAnswer() {}

  /**
   * The answers with this one in the form the question gives it: a label becomes its value.
   *
   * @throws Failure usage, naming the flag, if the question does not take it
   */
  static Answers check(Question question, Answers answers) {
    if (question instanceof Question.Pick pick) {
      String given = answers.text(pick.id()).orElse("");
      return replace(answers, pick, List.of(match(pick, pick.options().apply(answers), given)));
    }
    if (question instanceof Question.Tick tick) {
      List<Choice> options = tick.options().apply(answers);
      List<String> values = new ArrayList<>();
      for (String given : answers.list(tick.id()).orElse(List.of())) {
        String value = match(tick, options, given);
        if (!values.contains(value)) {
          values.add(value);
        }
      }
      tick.problem().apply(values).ifPresent(problem -> refuse(tick, problem));
      return replace(answers, tick, values);
    }
    Question.Text text = (Question.Text) question;
    text.problem()
        .with(answers, answers.text(text.id()).orElse(""))
        .ifPresent(problem -> refuse(text, problem));
    return answers;
  }

  private static Answers replace(Answers answers, Question question, List<String> values) {
    return answers.with(
        question.id(), values, answers.origin(question.id()).orElse(Answers.Origin.FLAG));
  }

  private static void refuse(Question question, String problem) {
    throw Failure.usage(
        "answer-refused", question.flag() + ": " + problem, "Give another value for it.");
  }

  private static String match(Question question, List<Choice> options, String given) {
    List<Choice> named = Choice.named(given, options);
    if (named.size() == 1) {
      return named.get(0).value();
    }
    if (named.size() > 1) {
      throw Failure.usage(
          "answer-ambiguous",
          question.flag() + ": " + named.size() + " entries are called \"" + given + "\".",
          "Give one of: " + String.join(", ", named.stream().map(Choice::value).toList()));
    }
    List<String> names = options.stream().map(GivenAnswer::name).toList();
    throw Failure.usage(
        "answer-unknown",
        question.flag() + ": there is no \"" + given + "\".",
        names.isEmpty()
            ? "There is nothing to choose from."
            : "Near it: " + String.join(", ", NearNames.to(given, names, NEAR)) + ".");
  }

  private static String name(Choice choice) {
    return choice.label().toLowerCase(Locale.ROOT).contains(choice.value().toLowerCase(Locale.ROOT))
        ? choice.label()
        : choice.label() + " (" + choice.value() + ")";
  }
}
