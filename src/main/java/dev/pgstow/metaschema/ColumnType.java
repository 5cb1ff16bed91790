package dev.pgstow.metaschema;

/**
 * A column's type, as far as writing its values asks.
 *
 * @param name PostgreSQL's name for it, such as {@code timestamp with time zone}
 * @param kind how a value is written; of the element where {@code array}
 * @param array whether values are arrays
 */
public record ColumnType(String name, Kind kind, boolean array) {

  /** How a value is written into an INSERT. */
  public enum Kind {
    BOOLEAN,
    INTEGER,
    NUMERIC,
    FLOAT,
    UUID,
    JSON,
    JSONB,
    TIMESTAMPTZ,
    TIMESTAMP,
    MONEY,
    /** Text in which schema names are renamed: text, varchar, char, name, citext and domains. */
    TEXT,
    /** Anything else: PostgreSQL's text, quoted; schema names are renamed in it too. */
    OTHER
  }
}
