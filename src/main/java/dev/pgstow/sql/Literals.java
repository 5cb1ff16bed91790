package dev.pgstow.sql;

/** String literals. */
public final class Literals {
  private Literals() {}

  /**
   * {@code 'text'}, or {@code E'text'} if it holds a backslash, so that every setting of {@code
   * standard_conforming_strings} reads it alike.
   *
   * @throws IllegalArgumentException if it holds a NUL, which no PostgreSQL text can
   */
  public static String quote(String text) {
    boolean escapes = text.indexOf('\\') >= 0;
    StringBuilder literal = new StringBuilder(text.length() + 8);
    literal.append(escapes ? "E'" : "'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0') {
        throw new IllegalArgumentException("Text can't hold a NUL.");
      }
      if (c == '\'' || c == '\\') {
        literal.append(c);
      }
      literal.append(c);
    }
    return literal.append('\'').toString();
  }
}
