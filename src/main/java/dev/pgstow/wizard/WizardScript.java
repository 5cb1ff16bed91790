package dev.pgstow.wizard;

import dev.pgstow.export.ExportResult;
import dev.pgstow.export.StagedExport;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.prompt.Questionnaire;
import java.util.List;
import java.util.Optional;

/**
 * What the wizard asks and does; the wizard itself only knows screens.
 *
 * <p>Methods marked <em>background</em> are called on a thread of their own, one at a time; they
 * may take long, and throw {@link dev.pgstow.failure.Failure}, which is shown. All others must
 * return at once and are called on the thread that draws, but for {@link #cancel()}.
 */
public interface WizardScript {

  /** What is being done, for the header; such as {@code export}. */
  String title();

  /** How what is read is reached, unless the person changes it. */
  SourceFields connection();

  /** The other ways to what is read, of other kinds, which the person may choose instead. */
  default List<SourceFields> otherConnections() {
    return List.of();
  }

  /** What to think about before a connection is tried. */
  interface Doubts {

    /** In a line each; none if all is well. Asked at every key. */
    List<String> about(ApiFields fields);
  }

  /** What to think about before a connection is tried. */
  default Doubts doubts() {
    return fields -> List.of();
  }

  /**
   * Background. Connects, instead of the connection there was; if it fails that one stays.
   *
   * @return the server for the header, such as {@code postgres@localhost:5432 PostgreSQL 17.4}
   */
  String connect(SourceFields fields);

  /** The questions, once connected. */
  Questionnaire questionnaire();

  /** Answers by flag and remembered ones. */
  Answers given();

  /** The answers as far as they still mean something after another connection was made. */
  default Answers carriedOver(Answers answers) {
    return answers;
  }

  /** What a question's step is called in the header; questions in a row may share one. */
  default String step(String questionId) {
    return questionId;
  }

  /**
   * Background. Asked after each question: a notice if its answer leads nowhere, such as a database
   * that is not a Constructive one. The question is then asked again.
   */
  default Optional<Notice> check(String questionId, Answers answers) {
    return Optional.empty();
  }

  /** Whether something else can be done with answers to a question. */
  default boolean hasOthers(String questionId) {
    return false;
  }

  /** Background. What else can be done with an answer to a question, as detours of a notice. */
  default Optional<Notice> others(String questionId, Answers answers) {
    return Optional.empty();
  }

  /** Background. What the answers amount to. */
  Review review(Answers answers);

  /**
   * Background. What is to be asked after the review, such as whether to install missing modules.
   * Each becomes an answer {@code true} or {@code false} under its id.
   */
  default List<Confirmation> confirmations(Answers answers) {
    return List.of();
  }

  /** Headline of the progress board, such as {@code Exporting demo-crm}. */
  String working(Answers answers);

  /** Background. Does the export beside its targets. */
  StagedExport stage(Answers answers, ProgressListener listener);

  /**
   * Stops what runs in the background, the query on the server included. May come from any thread,
   * also when nothing runs; must not wait.
   */
  void cancel();

  /** What {@code --yes} and {@code --no-overwrite} say; empty to ask. */
  default Optional<Boolean> overwrite() {
    return Optional.empty();
  }

  /** Whether nothing is to be written: what would change is shown, and that is all. */
  default boolean isDryRun() {
    return false;
  }

  /** What can be done with modules that were written; empty to offer nothing. */
  default Optional<AfterExport> after(Answers answers, ExportResult result) {
    return Optional.empty();
  }

  /** What to say at the end. */
  Summary summary(Answers answers, ExportResult result);
}
