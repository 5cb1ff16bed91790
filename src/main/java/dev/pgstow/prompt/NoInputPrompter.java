package dev.pgstow.prompt;

import dev.pgstow.failure.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Answers by flags and defaults alone; what only a person can tell is a failure naming the flag.
 */
public final class NoInputPrompter implements Prompter {

  @Override
  public Answers ask(Questionnaire questionnaire, Answers given) {
    Answers answers = given;
    for (Question question : questionnaire.questions()) {
      if (!question.when().test(answers)) {
        continue;
      }
      answers =
          answers.has(question.id())
              ? GivenAnswer.check(question, answers)
              : fallback(question, answers);
    }
    return answers;
  }

  @Override
  public boolean confirm(Confirmation confirmation) {
    throw Failure.usage(
        "input-needed",
        confirmation.message() + " (There is nobody to ask.)",
        "Say yes beforehand with " + confirmation.flag() + ".");
  }

  private static Answers fallback(Question question, Answers answers) {
    if (question instanceof Question.Pick pick) {
      Optional<String> value = pick.fallback().apply(answers);
      return answers.with(
          pick.id(), value.orElseThrow(() -> missing(pick, answers)), Answers.Origin.DEFAULT);
    }
    if (question instanceof Question.Tick tick) {
      List<String> values = tick.ticked().apply(answers);
      tick.problem()
          .apply(values)
          .ifPresent(
              problem -> {
                throw Failure.usage("answer-refused", tick.flag() + ": " + problem, "");
              });
      return answers.with(tick.id(), values, Answers.Origin.DEFAULT);
    }
    Question.Text text = (Question.Text) question;
    Answers answered =
        answers.with(text.id(), text.suggestion().apply(answers), Answers.Origin.DEFAULT);
    return GivenAnswer.check(text, answered);
  }

  private static Failure missing(Question.Pick pick, Answers answers) {
    List<Choice> options = pick.options().apply(answers);
    if (options.isEmpty()) {
      return Failure.failed("nothing-to-choose", pick.message() + ": there is none.", "");
    }
    List<String> some = options.stream().limit(8).map(Choice::label).toList();
    String more = options.size() > some.size() ? ", …" : "";
    return Failure.usage(
        "input-needed",
        pick.message() + ": there are " + options.size() + " to choose from, and nobody to ask.",
        "Give " + pick.flag() + ", one of: " + String.join(", ", some) + more);
  }
}
