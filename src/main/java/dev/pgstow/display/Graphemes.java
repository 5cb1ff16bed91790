package dev.pgstow.display;

/**
 * What a terminal draws as one: a character with the combining marks after it, or the two regional
 * indicators of a flag. The JDK's own break iterator is not used because its answer depends on the
 * JDK's version, and columns must not.
 */
public final class Graphemes {
  private Graphemes() {}

  /** Index just after the cluster that begins at {@code start}. */
  public static int end(String text, int start) {
    int first = text.codePointAt(start);
    int at = start + Character.charCount(first);
    if (isRegionalIndicator(first)
        && at < text.length()
        && isRegionalIndicator(text.codePointAt(at))) {
      at += 2;
    }
    while (at < text.length()) {
      int next = text.codePointAt(at);
      if (!isMark(next)) {
        break;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  /** Index of the cluster before {@code end}; 0 if there is none. */
  public static int start(String text, int end) {
    int at = 0;
    int start = 0;
    while (at < end) {
      start = at;
      at = end(text, at);
    }
    return start;
  }

  /** Whether a code point joins the one before it and takes no column of its own. */
  static boolean isMark(int codePoint) {
    if (codePoint < 0x300) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (codePoint >= 0x1160 && codePoint <= 0x11FF);
  }

  static boolean isRegionalIndicator(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }
}
