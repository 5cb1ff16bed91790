package dev.pgstow.workspace;

import java.util.regex.Pattern;

/**
 * Text from elsewhere made fit for a line of a file that people read: control characters, line
 * separators, and what reorders or hides text become a space. Joiners stay, which some scripts and
 * emoji need.
 */
final class OneLine {
  private static final Pattern ODD =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\s&&[^\\u200c\\u200d]]+");

  private OneLine() {}

  /** The text on one line, without spaces around. */
  static String of(String text) {
    return ODD.matcher(text).replaceAll(" ").strip();
  }
}
