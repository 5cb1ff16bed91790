package dev.pgstow.wizard;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen;
import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Graphemes;
import dev.pgstow.display.Sanitizer;

/**
 * A rectangle of the screen to draw on. Whatever is drawn goes through the {@link Sanitizer} and is
 * clipped by {@link DisplayWidth}, so that no name can break the screen.
 */
final class Canvas {
  private final Screen screen;
  private final Ink ink;
  private final Glyphs glyphs;
  private final int left;
  private final int top;
  private final int width;
  private final int height;

  Canvas(Screen screen, Ink ink, Glyphs glyphs) {
    this(
        screen,
        ink,
        glyphs,
        0,
        0,
        screen.getTerminalSize().getColumns(),
        screen.getTerminalSize().getRows());
  }

  private Canvas(Screen screen, Ink ink, Glyphs glyphs, int left, int top, int width, int height) {
    this.screen = screen;
    this.ink = ink;
    this.glyphs = glyphs;
    this.left = left;
    this.top = top;
    this.width = Math.max(0, width);
    this.height = Math.max(0, height);
  }

  /** A part of this canvas; what lies outside is clipped. */
  Canvas part(int column, int row, int columns, int rows) {
    return new Canvas(
        screen,
        ink,
        glyphs,
        left + column,
        top + row,
        Math.min(columns, width - column),
        Math.min(rows, height - row));
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  Glyphs glyphs() {
    return glyphs;
  }

  /**
   * Draws a text and returns the column after it. What does not fit is cut off with an ellipsis.
   */
  int put(int column, int row, String text, Role role) {
    if (row < 0 || row >= height || column >= width) {
      return column;
    }
    String visible = DisplayWidth.cut(Sanitizer.visible(text), width - column);
    int at = column;
    for (int i = 0; i < visible.length(); ) {
      int end = Graphemes.end(visible, i);
      String cluster = visible.substring(i, end);
      screen.setCharacter(left + at, top + row, ink.cell(cluster, role));
      at += DisplayWidth.of(cluster);
      i = end;
    }
    return at;
  }

  /** Draws a text that ends at the right edge, {@code margin} columns before it. */
  void putRight(int row, String text, Role role, int margin) {
    String visible = DisplayWidth.cut(Sanitizer.visible(text), width - 2 * margin);
    put(width - margin - DisplayWidth.of(visible), row, visible, role);
  }

  /** Fills a row. */
  void fill(int row, String glyph, Role role) {
    put(0, row, glyph.repeat(width), role);
  }

  /** Empties the canvas. */
  void clear() {
    TextCharacter blank = ink.cell(" ", Role.TEXT);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        screen.setCharacter(left + column, top + row, blank);
      }
    }
  }

  /** Shows the terminal's own cursor. */
  void cursor(int column, int row) {
    if (row >= 0 && row < height && column >= 0) {
      screen.setCursorPosition(new TerminalPosition(left + Math.min(column, width - 1), top + row));
    }
  }
}
