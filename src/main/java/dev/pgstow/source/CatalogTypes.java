package dev.pgstow.source;

import dev.pgstow.metaschema.ColumnType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The types of columns: domains are seen through, arrays by their element. */
final class CatalogTypes {
  private static final String SQL =
      """
      WITH RECURSIVE used(oid) AS (
        SELECT pg_catalog.unnest(?::pg_catalog.int8[])::pg_catalog.oid
        UNION
        SELECT CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.typelem END
          FROM used JOIN pg_catalog.pg_type t ON t.oid = used.oid
         WHERE t.typtype = 'd' OR t.typelem <> 0
      )
      SELECT t.oid::pg_catalog.int8,
             t.typname,
             t.typtype::pg_catalog.text,
             t.typbasetype::pg_catalog.int8,
             CASE WHEN e.typarray = t.oid THEN e.oid::pg_catalog.int8 ELSE 0 END,
             pg_catalog.format_type(t.oid, NULL)
        FROM used
        JOIN pg_catalog.pg_type t ON t.oid = used.oid
        LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem
      """;

  private final Map<Long, Type> types = new HashMap<>();

  private CatalogTypes() {}

  private record Type(String name, String sort, long base, long element, String label) {}

  static CatalogTypes read(Query query, Collection<Long> oids) {
    CatalogTypes read = new CatalogTypes();
    query.list(
        SQL,
        row ->
            read.types.put(
                row.getLong(1),
                new Type(
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6))),
        oids);
    return read;
  }

  ColumnType columnType(long oid) {
    Type type = base(oid);
    if (type.element() == 0) {
      return new ColumnType(type.label(), kind(type), false);
    }
    return new ColumnType(type.label(), kind(base(type.element())), true);
  }

  boolean isEnum(long oid) {
    return base(oid).sort().equals("e");
  }

  private static ColumnType.Kind kind(Type type) {
    return switch (type.sort()) {
      case "b" -> ColumnType.kindOf(type.name());
      case "e", "r", "m" -> ColumnType.Kind.PLAIN;
      default -> ColumnType.Kind.OTHER;
    };
  }

  private Type base(long oid) {
    Type type = Objects.requireNonNull(types.get(oid), () -> "type " + oid);
    return type.sort().equals("d") ? base(type.base()) : type;
  }
}
