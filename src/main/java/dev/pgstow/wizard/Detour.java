package dev.pgstow.wizard;

import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Questionnaire;
import java.util.Optional;
import java.util.Set;

/**
 * What the wizard does instead of the export: questions of its own, a review, and files.
 *
 * <p>Methods marked <em>background</em> are called on a thread of their own, one at a time; they
 * may take long, and throw {@link dev.pgstow.failure.Failure}, which is shown. All others must
 * return at once and are called on the thread that draws, but for {@link #cancel()}.
 */
public interface Detour {

  /** What it does, on a button; such as {@code Dump its schema to files}. */
  String label();

  /** What is being done, for the header; such as {@code dump}. */
  String title();

  /** The questions. */
  Questionnaire questionnaire();

  /** What a question's step is called in the header; questions in a row may share one. */
  default String step(String questionId) {
    return questionId;
  }

  /** Background. What the answers amount to. */
  Review review(Answers answers);

  /** What starts it, on the review's button; such as {@code Write the dump}. */
  String start();

  /** Headline of the progress board, such as {@code Dumping shop}. */
  String working();

  /** The phases that are shown before they begin, too. */
  Set<Phase> phases();

  /** Background. Does it beside its target. The wizard closes what it gets. */
  Staged stage(Answers answers, ProgressListener listener);

  /**
   * Stops what runs in the background. May come from any thread, also when nothing runs; must not
   * wait.
   */
  void cancel();

  /** What was done beside its target. Closing it removes what was not put in place. */
  interface Staged extends AutoCloseable {

    /**
     * What to ask before it is put in place; empty if nothing would be lost. Must return at once.
     */
    Optional<Notice> question();

    /** Background. Puts it in place, whole or not at all. */
    Outcome commit();

    @Override
    void close();
  }
}
