package dev.pgstow.rename;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Constructive's snake_case ({@code toSnakeCase} of komoji, which pgpm calls): it breaks words
 * between a lower and an upper case letter, before the last capital of an acronym and between a
 * letter and a digit, all of ASCII only; white space and hyphens become one underscore.
 */
final class SnakeCase {
  private static final Pattern ACRONYM_END = Pattern.compile("([A-Z])(?=[A-Z][a-z])");
  private static final Pattern LOWER_UPPER = Pattern.compile("([a-z])(?=[A-Z])");
  private static final Pattern LETTER_DIGIT = Pattern.compile("([a-zA-Z])(?=[0-9])");
  private static final Pattern DIGIT_LETTER = Pattern.compile("([0-9])(?=[a-zA-Z])");

  /** What JavaScript's {@code \s} takes, hyphens and underscores. */
  private static final Pattern SEPARATORS =
      Pattern.compile("[\\t\\n\\x0b\\f\\r \\u00a0\\u2028\\u2029\\ufeff\\p{Zs}_-]+");

  private static final Pattern EDGES = Pattern.compile("^_|_$");

  private SnakeCase() {}

  static String of(String text) {
    String result = ACRONYM_END.matcher(text).replaceAll("$1_");
    result = LOWER_UPPER.matcher(result).replaceAll("$1_");
    result = LETTER_DIGIT.matcher(result).replaceAll("$1_");
    result = DIGIT_LETTER.matcher(result).replaceAll("$1_");
    result = SEPARATORS.matcher(result).replaceAll("_");
    return EDGES.matcher(result).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
