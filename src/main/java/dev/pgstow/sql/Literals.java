package dev.pgstow.sql;

/** String literals. */
public final class Literals {
  private Literals() {}

  /**
   * {@code 'text'}, or {@code E'text'} if it holds a backslash, so that every setting reads it
   * alike.
   */
  public static String quote(String text) {
    throw new UnsupportedOperationException();
  }
}
