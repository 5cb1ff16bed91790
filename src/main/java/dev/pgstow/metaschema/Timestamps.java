package dev.pgstow.metaschema;

/** Timestamps in PostgreSQL's ISO text, read in time zone UTC, as literals write them. */
final class Timestamps {
  private Timestamps() {}

  /**
   * {@code 2026-02-27T08:40:42.987654Z}, with at least three digits of fraction. Years beyond 9999,
   * BC and the infinities keep PostgreSQL's text, whose {@code +00} reads alike in any time zone.
   */
  static String withZone(String text) {
    return text.endsWith("+00") ? iso(text, text.length() - 3, "Z") : text;
  }

  /** As {@link #withZone}, without the {@code Z}. */
  static String withoutZone(String text) {
    return iso(text, text.length(), "");
  }

  private static String iso(String text, int end, String zone) {
    if (!isFourDigitYear(text, end)) {
      return text;
    }
    StringBuilder iso = new StringBuilder(28);
    iso.append(text, 0, 10).append('T').append(text, 11, end);
    if (end == 19) {
      iso.append('.');
    }
    while (iso.length() < 23) {
      iso.append('0');
    }
    return iso.append(zone).toString();
  }

  /** Whether it is {@code dddd-dd-dd dd:dd:dd[.d…]}. */
  private static boolean isFourDigitYear(String text, int end) {
    String shape = "dddd-dd-dd dd:dd:dd.";
    for (int i = 0; i < end; i++) {
      char expected = i < shape.length() ? shape.charAt(i) : 'd';
      char c = text.charAt(i);
      if (expected == 'd' ? c < '0' || c > '9' : c != expected) {
        return false;
      }
    }
    return end == 19 || end > 20;
  }
}
