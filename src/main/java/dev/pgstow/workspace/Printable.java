package dev.pgstow.workspace;

/** Hostile text made fit for one line of a message. */
final class Printable {
  private static final int LONGEST = 200;

  private Printable() {}

  /** The text on one line, without control characters, cut where it gets long. */
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() < LONGEST; ) {
      int point = text.codePointAt(i);
      int type = Character.getType(point);
      if (Character.isISOControl(point)
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        out.append(String.format("\\u%04X", point));
      } else {
        out.appendCodePoint(point);
      }
      i += Character.charCount(point);
    }
    return out.length() >= LONGEST ? out.append('…').toString() : out.toString();
  }
}
