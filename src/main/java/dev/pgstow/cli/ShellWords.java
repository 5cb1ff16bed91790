package dev.pgstow.cli;

import java.util.List;

/** Words as a POSIX shell takes them. */
final class ShellWords {
  private ShellWords() {}

  static String join(List<String> words) {
    return String.join(" ", words.stream().map(ShellWords::quote).toList());
  }

  private static String quote(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
