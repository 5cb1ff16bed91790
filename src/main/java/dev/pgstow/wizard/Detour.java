package dev.pgstow.wizard;

import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Questionnaire;
import java.util.Optional;

/**
 * What the wizard does instead of the export, or after another detour: questions of its own, a
 * review, work, and what came of it.
 *
 * <p>Methods marked <em>background</em> are called on a thread of their own, one at a time; they
 * may take long, and throw {@link dev.pgstow.failure.Failure}, which is shown. All others must
 * return at once and are called on the thread that draws, but for {@link #cancel()}.
 */
public interface Detour {

  /** Its words. */
  Words words();

  /** The questions; may be none. */
  Questionnaire questionnaire();

  /** What a question's step is called in the header; questions in a row may share one. */
  default String step(String questionId) {
    return questionId;
  }

  /** Background. What the answers amount to. */
  Review review(Answers answers);

  /** Background. What to ask before it begins. */
  default Optional<Ask> before(Answers answers) {
    return Optional.empty();
  }

  /** Background. Does it, beside its target where it has one. The wizard closes what it gets. */
  Staged stage(Answers answers, ProgressListener listener);

  /**
   * Stops what runs in the background, the query on the server included. May come from any thread,
   * also when nothing runs; must not wait.
   */
  void cancel();

  /**
   * What it is called where.
   *
   * @param label in a menu, such as {@code Write its schema to files}
   * @param purpose what that is good for, in the menu
   * @param button where it can follow another detour
   * @param title in the header, such as {@code dump}
   * @param start on the review's button, such as {@code Write the dump}
   * @param work while it is at work
   */
  record Words(
      String label, String purpose, String button, String title, String start, AtWork work) {}

  /**
   * What is said while it is at work.
   *
   * @param headline such as {@code Dumping shop}
   * @param preparing what is done before there is progress to show; empty to leave it out
   * @param assurance what a person can rely on, at the bottom
   * @param stop the question whether to stop; at most 44 columns
   */
  record AtWork(String headline, String preparing, String assurance, String stop) {}

  /** What was done beside its target. Closing it removes what was not put in place. */
  interface Staged extends AutoCloseable {

    /** What to ask before it is put in place; empty if nothing would be lost. */
    Optional<Ask> question();

    /** Background. Puts it in place, whole or not at all. */
    Outcome commit();

    /** What came of it without putting it in place; empty to go back to the review. */
    default Optional<Outcome> declined() {
      return Optional.empty();
    }

    @Override
    void close();
  }
}
