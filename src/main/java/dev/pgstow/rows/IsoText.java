package dev.pgstow.rows;

/** Timestamps from PostgreSQL's text in UTC, in the form {@link DateTimes} gives them. */
final class IsoText {
  private static final int DATE_LENGTH = 10;

  private IsoText() {}

  /** {@code 2026-01-23 22:21:17.5+00} as {@code 2026-01-23T22:21:17.5Z}. */
  static void timestamp(byte[] text, int start, int end, JsonSink out) {
    // Five digits of a year, BC and infinities have no blank there or a letter at the end.
    if (end - start < DATE_LENGTH + 1 || text[start + DATE_LENGTH] != ' ' || text[end - 1] == 'C') {
      out.quoted(text, start, end);
      return;
    }
    out.put('"');
    out.put(text, start, start + DATE_LENGTH);
    out.put('T');
    boolean zone = text[end - 3] == '+';
    out.put(text, start + DATE_LENGTH + 1, zone ? end - 3 : end);
    if (zone) {
      out.put('Z');
    }
    out.put('"');
  }
}
