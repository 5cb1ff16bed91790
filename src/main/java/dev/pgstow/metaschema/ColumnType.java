package dev.pgstow.metaschema;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
    XML,
    /** Text in which schema names are renamed: text, varchar, char, name, citext and domains. */
    TEXT,
    /** PostgreSQL's text, quoted, in which no name can stand: dates, bytea, enums, addresses … */
    PLAIN,
    /** Anything else: PostgreSQL's text, quoted; schema names are renamed in it too. */
    OTHER
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("bool", Kind.BOOLEAN),
          Map.entry("int2", Kind.INTEGER),
          Map.entry("int4", Kind.INTEGER),
          Map.entry("int8", Kind.INTEGER),
          Map.entry("numeric", Kind.NUMERIC),
          Map.entry("float4", Kind.FLOAT),
          Map.entry("float8", Kind.FLOAT),
          Map.entry("uuid", Kind.UUID),
          Map.entry("json", Kind.JSON),
          Map.entry("jsonb", Kind.JSONB),
          Map.entry("timestamptz", Kind.TIMESTAMPTZ),
          Map.entry("timestamp", Kind.TIMESTAMP),
          Map.entry("money", Kind.MONEY),
          Map.entry("xml", Kind.XML),
          Map.entry("text", Kind.TEXT),
          Map.entry("varchar", Kind.TEXT),
          Map.entry("bpchar", Kind.TEXT),
          Map.entry("name", Kind.TEXT),
          Map.entry("citext", Kind.TEXT));

  private static final Set<String> PLAIN =
      Set.of(
          "bytea",
          "date",
          "time",
          "timetz",
          "interval",
          "bit",
          "varbit",
          "inet",
          "cidr",
          "macaddr",
          "macaddr8",
          "point",
          "line",
          "lseg",
          "box",
          "path",
          "polygon",
          "circle",
          "oid",
          "xid",
          "xid8",
          "cid",
          "tid",
          "pg_lsn",
          "int2vector",
          "oidvector",
          "char");

  private static final Set<String> OIDS =
      Set.of(
          "oid",
          "oidvector",
          "regclass",
          "regcollation",
          "regconfig",
          "regdictionary",
          "regnamespace",
          "regoper",
          "regoperator",
          "regproc",
          "regprocedure",
          "regrole",
          "regtype",
          "xid",
          "xid8",
          "cid",
          "tid");

  /**
   * The kind of a base type, by its name in {@code pg_type} ({@code int4}, {@code bpchar}); enums
   * and ranges are not base types, they are {@link Kind#PLAIN}.
   */
  public static Kind kindOf(String typeName) {
    String name = typeName.toLowerCase(Locale.ROOT);
    return KINDS.getOrDefault(name, PLAIN.contains(name) ? Kind.PLAIN : Kind.OTHER);
  }

  /**
   * Whether values point into one server's catalogs, so that they need not mean the same elsewhere:
   * {@code oid}, {@code regclass}, {@code xid} and their like, and arrays of them.
   */
  public boolean isOidLike() {
    return OIDS.contains(
        array && name.endsWith("[]") ? name.substring(0, name.length() - 2) : name);
  }
}
