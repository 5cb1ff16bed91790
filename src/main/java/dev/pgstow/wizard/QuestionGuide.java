package dev.pgstow.wizard;

import dev.pgstow.prompt.Answers;
import java.util.Optional;

/** What a {@link QuestionFlow} needs to know about its questions beyond themselves. */
interface QuestionGuide {

  /** What a question's step is called in the header. */
  String step(String questionId);

  /** Whether there is something before the first question. */
  default boolean leadsBack() {
    return false;
  }

  /** Whether the connection can be changed from a question. */
  default boolean canReconnect() {
    return false;
  }

  /** Background. A notice if an answer leads nowhere. */
  default Optional<Notice> check(String questionId, Answers answers) {
    return Optional.empty();
  }

  /** Whether {@link #others} is worth asking for. */
  default boolean hasOthers(String questionId) {
    return false;
  }

  /** Background. What else can be done with an answer. */
  default Optional<Notice> others(String questionId, Answers answers) {
    return Optional.empty();
  }
}
