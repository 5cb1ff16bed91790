package dev.pgstow.rename;

/**
 * Which characters continue a name inside text: letters of any script with their marks, digits,
 * {@code _}, {@code $}, and {@code -} next to a letter or digit.
 */
final class NameCharacters {
  private static final byte NONE = 0;
  private static final byte WORD = 1;
  private static final byte LETTER_OR_DIGIT = 2;
  private static final byte HYPHEN = 3;
  private static final byte[] ASCII = new byte[128];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      boolean letter = Character.isLetterOrDigit(c);
      ASCII[c] = letter ? LETTER_OR_DIGIT : c == '_' || c == '$' ? WORD : c == '-' ? HYPHEN : NONE;
    }
  }

  private NameCharacters() {}

  /** Whether the character at the index continues a name; the text ends at both bounds. */
  static boolean continues(String text, int index, int from, int to) {
    if (index < from || index >= to) {
      return false;
    }
    char c = text.charAt(index);
    if (c >= ASCII.length) {
      return isLetterOrDigit(text, index, from, to);
    }
    byte kind = ASCII[c];
    return kind == HYPHEN
        ? isLetterOrDigit(text, index - 1, from, to) || isLetterOrDigit(text, index + 1, from, to)
        : kind != NONE;
  }

  /** Where the run of name characters ends that goes on at the index. */
  static int runEnd(String text, int index, int from, int to) {
    int end = index;
    while (end < to) {
      char c = text.charAt(end);
      boolean plain = c < ASCII.length && (ASCII[c] == LETTER_OR_DIGIT || ASCII[c] == WORD);
      if (!plain && !continues(text, end, from, to)) {
        return end;
      }
      end++;
    }
    return end;
  }

  /** Whether an identifier may start here, quoted or not, or a placeholder of {@code format}. */
  static boolean startsName(String text, int index, int to) {
    if (index >= to) {
      return false;
    }
    char c = text.charAt(index);
    return c == '"'
        || c == '\\'
        || c == '_'
        || (c == '%' && index + 1 < to && Character.isLetterOrDigit(text.charAt(index + 1)))
        || (isLetterOrDigit(text, index, index, to) && !(c >= '0' && c <= '9'));
  }

  private static boolean isLetterOrDigit(String text, int index, int from, int to) {
    if (index < from || index >= to) {
      return false;
    }
    char c = text.charAt(index);
    if (c < ASCII.length) {
      return ASCII[c] == LETTER_OR_DIGIT;
    }
    boolean second = Character.isLowSurrogate(c) && index > from;
    int point = second ? text.codePointBefore(index + 1) : text.codePointAt(index);
    return Character.isLetterOrDigit(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.LETTER_NUMBER ->
              true;
          default -> false;
        };
  }
}
