package dev.pgstow.prompt;

/** Gets a questionnaire answered. */
public interface Prompter {

  /**
   * Answers to all questions that apply. Those in {@code given} by {@link Answers.Origin#FLAG} are
   * not asked, but checked against options and validators like any other.
   *
   * @throws dev.pgstow.failure.Failure {@code declined} (exit 5) if the person leaves, {@code
   *     interrupted} (130) on Ctrl-C, usage (2) if an answer is missing or wrong and nobody can be
   *     asked
   */
  Answers ask(Questionnaire questionnaire, Answers given);

  /** A yes or no. Failures as in {@link #ask}. */
  boolean confirm(Confirmation confirmation);
}
