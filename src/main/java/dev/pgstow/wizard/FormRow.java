package dev.pgstow.wizard;

/** A row of a form. */
interface FormRow {

  /** What it is called. */
  String label();

  /** What it is for, shown while the person is at it; empty if that is plain. */
  String note();

  /**
   * Draws its value.
   *
   * @param here whether the person is at it
   */
  void draw(Canvas canvas, int column, int row, int width, boolean here);

  /** Takes text. */
  void type(String text);

  /** Edits; false for what is not an edit. */
  boolean on(Action action);

  /** What {@link Action#LEFT} changes, for the footer; empty for a line of text. */
  default String sideways() {
    return "";
  }
}
