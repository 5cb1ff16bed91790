package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import java.util.List;
import java.util.Optional;

/** The rows by which one way to what is read is edited. */
sealed interface Form permits ServerForm, ApiForm {

  /** A form for one way. */
  static Form of(SourceFields fields, WizardScript.Doubts doubts) {
    if (fields instanceof ApiFields api) {
      return new ApiForm(api, doubts);
    }
    return new ServerForm((ConnectionFields) fields);
  }

  /** What kind of way it is, to choose by. */
  String title();

  /** The rows, as many as what is typed calls for. */
  List<FormRow> rows();

  /** Index of the row where the person most likely has to do something. */
  int start(Optional<Failure> failure);

  /** Why this can't be tried yet. */
  Optional<String> problem();

  /** What to know whatever row the person is at. */
  List<Pane.Line> notes();

  /** What is typed. */
  SourceFields fields();
}
