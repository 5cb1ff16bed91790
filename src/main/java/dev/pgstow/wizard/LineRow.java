package dev.pgstow.wizard;

import dev.pgstow.display.Sanitizer;

/** A line of text in a form. */
final class LineRow implements FormRow {

  /** How much of a text may be seen. */
  enum Mask {
    NONE,
    /** What stands before the first colon may be seen: a header's name. */
    AFTER_COLON,
    ALL;

    /** How many characters, from the first, may be seen. */
    int shown(String text) {
      return switch (this) {
        case NONE -> text.length();
        case AFTER_COLON -> text.contains(":") ? text.indexOf(':') + 1 : text.length();
        case ALL -> 0;
      };
    }
  }

  private final String label;
  private final String note;
  private final Mask mask;
  private final LineEditor editor;

  LineRow(String label, String note, Mask mask, String text) {
    this.label = label;
    this.note = note;
    this.mask = mask;
    this.editor = new LineEditor(text);
  }

  /** What is typed, without blanks around it. */
  String stripped() {
    return editor.text().strip();
  }

  String text() {
    return editor.text();
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String note() {
    return note;
  }

  @Override
  public void draw(Canvas canvas, int column, int row, int width, boolean here) {
    int shown = mask.shown(editor.text());
    if (here) {
      editor.draw(canvas, column, row, width, shown);
    } else {
      String text = editor.text();
      canvas.put(
          column,
          row,
          Sanitizer.visible(text.substring(0, shown)) + "*".repeat(text.length() - shown),
          Role.TEXT);
    }
  }

  @Override
  public void type(String text) {
    editor.insert(text);
  }

  @Override
  public boolean on(Action action) {
    return editor.on(action);
  }
}
