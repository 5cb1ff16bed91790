package dev.pgstow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a line as a shell does, quotes included; nothing is expanded. */
final class ShellLine {
  private static final Pattern PIECE =
      Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\s+)|([^'\"\\s]+)");

  private ShellLine() {}

  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Matcher piece = PIECE.matcher(line);
    while (piece.find()) {
      if (piece.group(3) != null) {
        words.add(word.toString());
        word.setLength(0);
      }
      for (int group : new int[] {1, 2, 4}) {
        word.append(piece.group(group) == null ? "" : piece.group(group));
      }
    }
    words.add(word.toString());
    return words;
  }
}
