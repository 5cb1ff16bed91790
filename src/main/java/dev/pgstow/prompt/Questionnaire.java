package dev.pgstow.prompt;

import java.util.List;

/** Questions in the order they are asked. */
public record Questionnaire(String title, List<Question> questions) {
  /** Copies the list. */
  public Questionnaire {
    questions = List.copyOf(questions);
  }
}
