package dev.pgstow.sql;

/**
 * Identifiers as PostgreSQL's {@code quote_ident} writes them, with one difference: the key words
 * are those of all supported majors, so the result does not depend on the server.
 */
public final class Identifiers {
  private Identifiers() {}

  /**
   * The identifier, quoted only where PostgreSQL needs it.
   *
   * @throws IllegalArgumentException if it holds a NUL, which no PostgreSQL name can
   */
  public static String quote(String name) {
    return isPlain(name) ? name : quoteAlways(name);
  }

  /**
   * The identifier in double quotes, always.
   *
   * @throws IllegalArgumentException if it holds a NUL, which no PostgreSQL name can
   */
  public static String quoteAlways(String name) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A name can't hold a NUL.");
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Schema and name. The name stands behind a dot, where key words need no quotes: {@code
   * metaschema_public.table}.
   */
  public static String qualify(String schema, String name) {
    return quote(schema) + '.' + (isLowerCaseWord(name) ? name : quoteAlways(name));
  }

  /** Whether the name can be written without quotes, anywhere, and means itself. */
  public static boolean isPlain(String name) {
    return isLowerCaseWord(name) && !Keywords.needsQuotes(name);
  }

  /** {@code $} could go unquoted too, but {@code quote_ident} quotes it. */
  private static boolean isLowerCaseWord(String name) {
    if (name.isEmpty() || isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !isDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
