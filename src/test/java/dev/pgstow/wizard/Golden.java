package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Screens kept in files; {@code -Dpgstow.golden=update} writes them anew. */
final class Golden {
  private Golden() {}

  static void check(Path file, String actual) {
    try {
      if (System.getProperty("pgstow.golden", "").equals("update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertEquals(Files.readString(file), actual, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which columns of which row are not plain: {@code row:column+length fg/bg attributes}. */
  static String styles(Screen screen) {
    StringBuilder out = new StringBuilder();
    TerminalSize size = screen.getTerminalSize();
    for (int row = 0; row < size.getRows(); row++) {
      for (int column = 0; column < size.getColumns(); ) {
        String style = style(screen.getFrontCharacter(column, row));
        int end = column + 1;
        while (end < size.getColumns() && style(screen.getFrontCharacter(end, row)).equals(style)) {
          end++;
        }
        if (!style.isEmpty()) {
          out.append(row + ":" + column + "+" + (end - column) + " " + style + "\n");
        }
        column = end;
      }
    }
    return out.toString();
  }

  private static String style(TextCharacter cell) {
    String foreground = colour(cell.getForegroundColor());
    String background = colour(cell.getBackgroundColor());
    String attributes = cell.getModifiers().isEmpty() ? "" : " " + cell.getModifiers();
    return foreground.isEmpty() && background.isEmpty()
        ? attributes.strip()
        : foreground + "/" + background + attributes;
  }

  private static String colour(TextColor colour) {
    return colour == TextColor.ANSI.DEFAULT
        ? ""
        : String.format(
            Locale.ROOT, "%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
  }
}
