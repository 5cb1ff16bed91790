package dev.pgstow.testing;

/** What a terminal neither obeys nor hides. */
public final class HarmlessText {
  private HarmlessText() {}

  /** Fails at the first character that is not; line breaks are. */
  public static void check(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      boolean odd =
          switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n';
            case Character.FORMAT,
                Character.SURROGATE,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
          };
      if (odd) {
        String before = text.substring(Math.max(0, i - 200), i);
        throw new AssertionError("U+%04X after: %s".formatted(point, before));
      }
    }
  }
}
