package dev.pgstow.rename;

/** Casts that make a string a schema. */
final class Casts {
  private static final String SCHEMA = "pg_catalog.";
  private static final String TYPE = "regnamespace";

  private Casts() {}

  /** Whether {@code ::regnamespace} stands at the index. */
  static boolean toNamespace(String text, int index) {
    if (!text.startsWith("::", index)) {
      return false;
    }
    int at = index + 2;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (text.startsWith(SCHEMA, at)) {
      at += SCHEMA.length();
    }
    return text.regionMatches(true, at, TYPE, 0, TYPE.length());
  }
}
