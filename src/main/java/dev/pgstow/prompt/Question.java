package dev.pgstow.prompt;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One question of a questionnaire, as data. Functions are given the answers so far; they may ask a
 * server, so they can take their time and throw {@link dev.pgstow.failure.Failure}; a front end
 * calls them off its drawing thread.
 */
public sealed interface Question {

  /** Key of its answer, such as {@code extension-name}. */
  String id();

  /** The flag that answers it, such as {@code --extension-name}. */
  String flag();

  /** What is asked. */
  String message();

  /** Whether it is asked at all, given the answers so far. */
  Predicate<Answers> when();

  /**
   * One of a list.
   *
   * @param options what can be chosen, in the order shown
   * @param preselected the value the cursor starts on
   * @param fallback the answer where nobody can be asked; empty if only a person can tell
   * @param mark a note for one option that may take a while to find out, such as {@code
   *     Constructive}; asked in the background, for visible rows only
   */
  record Pick(
      String id,
      String flag,
      String message,
      Predicate<Answers> when,
      Function<Answers, List<Choice>> options,
      Function<Answers, Optional<String>> preselected,
      Function<Answers, Optional<String>> fallback,
      Function<Choice, String> mark)
      implements Question {}

  /**
   * A line of text.
   *
   * @param suggestion the default
   * @param problem what is wrong with a text, if anything
   */
  record Text(
      String id,
      String flag,
      String message,
      Predicate<Answers> when,
      Function<Answers, String> suggestion,
      Problem problem)
      implements Question {}

  /**
   * Any of a list.
   *
   * @param options what can be ticked; the value shown to the right of each is in its details
   * @param ticked the values ticked at first
   * @param problem what is wrong with a choice, if anything, such as none at all
   * @param toggle a switch shown with the list, if there is one
   */
  record Tick(
      String id,
      String flag,
      String message,
      Predicate<Answers> when,
      Function<Answers, List<Choice>> options,
      Function<Answers, List<String>> ticked,
      Function<List<String>, Optional<String>> problem,
      Optional<Toggle> toggle)
      implements Question {}

  /**
   * A switch on a {@link Tick}'s screen; its answer is {@code true} or {@code false} under its own
   * id.
   *
   * @param key the key that flips it
   * @param off what holds while it is off, for people
   * @param on what holds while it is on
   */
  record Toggle(String id, String flag, char key, String off, String on) {}

  /** Finds what is wrong with a text. */
  @FunctionalInterface
  interface Problem {
    /** What is wrong, in the user's words; empty if nothing is. */
    Optional<String> with(Answers answers, String text);
  }
}
