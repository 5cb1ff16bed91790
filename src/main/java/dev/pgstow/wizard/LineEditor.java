package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Graphemes;
import dev.pgstow.display.Sanitizer;
import java.util.List;

/** A line of text being edited. The cursor moves by what is drawn as one character. */
final class LineEditor {
  private static final List<Hint> HINTS =
      List.of(
          Hint.quiet(Action.LEFT),
          Hint.quiet(Action.RIGHT),
          Hint.quiet(Action.FIRST),
          Hint.quiet(Action.LAST),
          Hint.quiet(Action.ERASE),
          Hint.quiet(Action.DELETE),
          Hint.quiet(Action.ERASE_WORD),
          Hint.quiet(Action.ERASE_LINE));

  private String text;
  private int cursor;

  LineEditor(String text) {
    this.text = text;
    cursor = text.length();
  }

  /** What it does with keys. */
  static List<Hint> hints() {
    return HINTS;
  }

  String text() {
    return text;
  }

  /** Puts text in at the cursor; of several lines the first that is not blank. */
  void insert(String typed) {
    String line = typed.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    String clean = (typed.length() == 1 ? typed : line).replaceAll("\\p{Cntrl}", "");
    text = text.substring(0, cursor) + clean + text.substring(cursor);
    cursor += clean.length();
  }

  /** Edits; false for what is not an edit. */
  boolean on(Action action) {
    switch (action) {
      case LEFT -> cursor = Graphemes.start(text, cursor);
      case RIGHT -> cursor = cursor < text.length() ? Graphemes.end(text, cursor) : cursor;
      case FIRST -> cursor = 0;
      case LAST -> cursor = text.length();
      case ERASE -> erase(Graphemes.start(text, cursor), cursor);
      case DELETE -> {
        if (cursor < text.length()) {
          erase(cursor, Graphemes.end(text, cursor));
        }
      }
      case ERASE_WORD -> erase(wordStart(), cursor);
      case ERASE_LINE -> erase(0, cursor);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void erase(int from, int to) {
    text = text.substring(0, from) + text.substring(to);
    cursor = from;
  }

  private int wordStart() {
    int at = cursor;
    while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /**
   * Draws the text, scrolled so that the cursor is in view, and puts the terminal's cursor there.
   *
   * @param shown how many characters, from the first, may be seen; the others are drawn as {@code
   *     *}
   */
  void draw(Canvas canvas, int column, int row, int width, int shown) {
    String all = Sanitizer.visible(text.substring(0, shown)) + "*".repeat(text.length() - shown);
    int before =
        DisplayWidth.of(Sanitizer.visible(text.substring(0, Math.min(cursor, shown))))
            + Math.max(0, cursor - shown);
    int hidden = Math.max(0, before - width + 1);
    int from = 0;
    while (hidden > 0 && from < all.length()) {
      int end = Graphemes.end(all, from);
      int gone = DisplayWidth.of(all.substring(from, end));
      hidden -= gone;
      before -= gone;
      from = end;
    }
    canvas.put(column, row, DisplayWidth.pad(all.substring(from), width), Role.INPUT);
    canvas.cursor(column + before, row);
  }

  /** As {@link #draw(Canvas, int, int, int, int)}, with all of it to be seen. */
  void draw(Canvas canvas, int column, int row, int width) {
    draw(canvas, column, row, width, text.length());
  }
}
