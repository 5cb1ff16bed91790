package dev.pgstow.progress;

/**
 * Makes text from a database or a server harmless for a terminal: control characters, escape
 * sequences, bidi overrides, invisible joiners and lone surrogates become visible escapes such as
 * {@code \\u{1b}}.
 */
public final class SafeText {
  private SafeText() {}

  /** One line of harmless text: line breaks and tabs are escaped too. */
  public static String line(String text) {
    return escape(text, false);
  }

  /** Harmless text that keeps its line breaks and tabs. */
  public static String lines(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean keepLines) {
    int clean = 0;
    while (clean < text.length() && text.charAt(clean) >= ' ' && text.charAt(clean) < 0x7f) {
      clean++;
    }
    if (clean == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 8).append(text, 0, clean);
    text.substring(clean)
        .codePoints()
        .forEach(
            point -> {
              if (isHarmful(point) && !(keepLines && (point == '\n' || point == '\t'))) {
                safe.append("\\u{").append(Integer.toHexString(point)).append('}');
              } else {
                safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }

  private static boolean isHarmful(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.FORMAT && point != 0x200d && point != 0x200c)
        || point == 0x115f
        || point == 0x3164;
  }
}
