package dev.pgstow.prompt;

import java.util.List;
import java.util.Optional;

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

  private static Choice choice(String name) {
    return new Choice(name, name, List.of("detail"), List.of(name + "-alias"));
  }
}
