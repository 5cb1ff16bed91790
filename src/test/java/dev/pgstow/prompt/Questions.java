package dev.pgstow.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A small questionnaire of every kind of question. */
final class Questions {
  private Questions() {}

  static Questionnaire of(List<String> databases) {
    return new Questionnaire(
        "test",
        List.of(
            new Question.Pick(
                "database",
                "--database",
                "Select a database",
                answers -> true,
                answers -> databases.stream().map(Questions::choice).toList(),
                answers -> Optional.of(databases.get(0)),
                answers -> databases.size() == 1 ? Optional.of(databases.get(0)) : Optional.empty(),
                choice -> "plain"),
            new Question.Text(
                "name",
                "--name",
                "Name",
                answers -> true,
                answers -> answers.text("database").orElse("") + "-x",
                (answers, text) ->
                    text.contains(" ") ? Optional.of("No spaces.") : Optional.empty()),
            new Question.Tick(
                "schemas",
                "--schemas",
                "Schemas",
                answers -> true,
                answers -> List.of(choice("a"), choice("b"), choice("c")),
                answers -> List.of("a", "b", "c"),
                values -> values.isEmpty() ? Optional.of("At least one.") : Optional.empty(),
                Optional.of(new Question.Toggle("keep", "--keep", 'k', "left out", "kept")))));
  }

  /** What can be chosen below depends on what was chosen above. */
  static Questionnaire dependent() {
    return new Questionnaire(
        "test",
        List.of(
            pick("database", answers -> List.of(choice("one"), choice("two"))),
            pick("id", answers -> of(answers, "-a", "-b")),
            tick("schemas", answers -> of(answers, "-s", "-t")),
            new Question.Text(
                "name",
                "--name",
                "Name",
                answers -> true,
                answers -> "name",
                (answers, text) -> Optional.empty())));
  }

  private static List<Choice> of(Answers answers, String... endings) {
    String database = answers.text("database").orElse("");
    return Arrays.stream(endings).map(ending -> choice(database + ending)).toList();
  }

  /** Entries that have the same name. */
  static Questionnaire twins() {
    List<Choice> twins =
        List.of(new Choice("1", "twin", List.of()), new Choice("2", "twin", List.of()));
    return new Questionnaire(
        "test", List.of(pick("one", answers -> twins), tick("some", answers -> twins)));
  }

  private static Question pick(String id, Function<Answers, List<Choice>> options) {
    return new Question.Pick(
        id,
        "--" + id,
        "Select " + id,
        answers -> true,
        options,
        answers -> Optional.empty(),
        answers -> Optional.empty(),
        choice -> "");
  }

  private static Question tick(String id, Function<Answers, List<Choice>> options) {
    return new Question.Tick(
        id,
        "--" + id,
        "Select " + id,
        answers -> true,
        options,
        answers -> options.apply(answers).stream().map(Choice::value).toList(),
        values -> values.isEmpty() ? Optional.of("At least one.") : Optional.empty(),
        Optional.empty());
  }

  private static Choice choice(String name) {
    return new Choice(name, name, List.of("detail"), List.of(name + "-alias"));
  }
}
