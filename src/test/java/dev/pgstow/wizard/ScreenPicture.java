package dev.pgstow.wizard;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import java.util.Locale;
import java.util.Set;

/** A screen as an SVG picture, for the README. What is drawn last is what the picture shows. */
final class ScreenPicture {
  private static final double WIDTH = 8.4;
  private static final int HEIGHT = 18;
  private static final int MARGIN = 14;
  private static final int BAR = 26;
  private static final String PAPER = "#1b1f24";
  private static final String INK = "#d7dde4";

  private ScreenPicture() {}

  /** An SVG document, for any browser; the same for the same screen. */
  static String svg(Screen screen) {
    return svg(screen.getTerminalSize(), cells(screen));
  }

  /** An SVG document with other contents than one screen's: its cells, or several of those. */
  static String svg(TerminalSize size, String contents) {
    double width = size.getColumns() * WIDTH + 2 * MARGIN;
    int height = size.getRows() * HEIGHT + 2 * MARGIN + BAR;
    StringBuilder out = new StringBuilder();
    line(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\""
            + " viewBox=\"0 0 %.0f %d\">",
        width,
        height,
        width,
        height);
    line(out, "<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>", PAPER);
    String[] lights = {"#ff5f57", "#febc2e", "#28c840"};
    for (int i = 0; i < lights.length; i++) {
      line(out, "<circle cx=\"%d\" cy=\"17\" r=\"5\" fill=\"%s\"/>", 20 + 18 * i, lights[i]);
    }
    line(
        out,
        "<g font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\""
            + " font-size=\"14\" xml:space=\"preserve\">");
    return out.append(contents).append("</g>\n</svg>\n").toString();
  }

  /** What a screen shows, as SVG elements. */
  static String cells(Screen screen) {
    StringBuilder out = new StringBuilder();
    TerminalSize size = screen.getTerminalSize();
    for (int row = 0; row < size.getRows(); row++) {
      row(out, screen, row, size.getColumns());
    }
    return out.toString();
  }

  private static void row(StringBuilder out, Screen screen, int row, int columns) {
    for (int column = 0; column < columns; ) {
      TextCharacter first = screen.getFrontCharacter(column, row);
      StringBuilder text = new StringBuilder();
      int at = column;
      while (at < columns && sameLook(first, screen.getFrontCharacter(at, row))) {
        TextCharacter cell = screen.getFrontCharacter(at, row);
        text.append(cell.getCharacterString());
        at += cell.isDoubleWidth() ? 2 : 1;
      }
      run(out, first, text.toString(), column, row, at - column);
      column = at;
    }
  }

  private static boolean sameLook(TextCharacter a, TextCharacter b) {
    return a.getForegroundColor().equals(b.getForegroundColor())
        && a.getBackgroundColor().equals(b.getBackgroundColor())
        && a.getModifiers().equals(b.getModifiers());
  }

  private static void run(
      StringBuilder out, TextCharacter look, String text, int column, int row, int columns) {
    Set<SGR> attributes = look.getModifiers();
    boolean reverse = attributes.contains(SGR.REVERSE);
    String ink = colour(look.getForegroundColor(), INK);
    String paper = colour(look.getBackgroundColor(), PAPER);
    double x = MARGIN + column * WIDTH;
    int y = MARGIN + BAR + row * HEIGHT;
    if (reverse || !paper.equals(PAPER)) {
      line(
          out,
          "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
          x,
          y,
          columns * WIDTH,
          HEIGHT,
          reverse ? ink : paper);
    }
    if (text.isBlank() && !attributes.contains(SGR.UNDERLINE)) {
      return;
    }
    line(
        out,
        "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\"%s%s>%s</text>",
        x,
        y + 13,
        columns * WIDTH,
        reverse ? paper : ink,
        attributes.contains(SGR.BOLD) ? " font-weight=\"bold\"" : "",
        attributes.contains(SGR.UNDERLINE) ? " text-decoration=\"underline\"" : "",
        escape(text));
  }

  private static String colour(TextColor colour, String otherwise) {
    return colour == TextColor.ANSI.DEFAULT
        ? otherwise
        : String.format(
            Locale.ROOT, "#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
  }

  /** Spaces as no-break spaces: not every viewer keeps several of them otherwise. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(' ', '\u00a0');
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
