package dev.pgstow.sql;

/** Identifiers as PostgreSQL's {@code quote_ident} writes them. */
public final class Identifiers {
  private Identifiers() {}

  /** The identifier, quoted only where PostgreSQL needs it. */
  public static String quote(String name) {
    throw new UnsupportedOperationException();
  }

  /** The identifier in double quotes, always. */
  public static String quoteAlways(String name) {
    throw new UnsupportedOperationException();
  }

  /** A name behind a dot, where keywords need no quotes: {@code metaschema_public.table}. */
  public static String qualify(String schema, String name) {
    throw new UnsupportedOperationException();
  }

  /** Whether the name can be written without quotes and means itself. */
  public static boolean isPlain(String name) {
    throw new UnsupportedOperationException();
  }
}
