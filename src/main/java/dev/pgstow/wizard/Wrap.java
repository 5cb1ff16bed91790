package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Graphemes;
import dev.pgstow.display.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Wrap {
  private Wrap() {}

  /**
   * Lines of at most {@code width} columns, broken at spaces, within a word only if it is longer.
   */
  static List<String> lines(String text, int width) {
    int columns = Math.max(1, width);
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\r?\n", -1)) {
      wrap(Sanitizer.visible(paragraph), columns, lines);
    }
    return text.isEmpty() ? List.of() : lines;
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : paragraph.split(" ", -1)) {
      int columns = DisplayWidth.of(word);
      if (used > 0 && used + 1 + columns > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      } else if (line.length() > 0) {
        line.append(' ');
        used++;
      }
      for (int i = 0; i < word.length(); ) {
        int end = Graphemes.end(word, i);
        String cluster = word.substring(i, end);
        if (used + DisplayWidth.of(cluster) > width) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.append(cluster);
        used += DisplayWidth.of(cluster);
        i = end;
      }
    }
    lines.add(line.toString());
  }
}
