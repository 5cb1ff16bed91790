package dev.pgstow.source;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.SecretColumns;
import dev.pgstow.sql.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries that read a metadata table. */
final class RowQuery {
  private RowQuery() {}

  /**
   * The rows of a database, ordered by {@code id}, then the primary key; without a primary key by
   * all columns too. The order depends on no locale.
   */
  static String rows(Discovery.Found table, UUID databaseId) {
    return "SELECT "
        + list(table.columns().stream().map(MetadataColumn::name).toList())
        + from(table, databaseId)
        + " ORDER BY "
        + String.join(", ", order(table));
  }

  /** One row: the given number, how many rows there are, how many values each secret column has. */
  static String count(int number, Discovery.Found table, UUID databaseId) {
    String secrets =
        secretColumns(table).stream()
            .map(name -> "pg_catalog.count(t." + Identifiers.quoteAlways(name) + ")")
            .collect(Collectors.joining(", "));
    return "SELECT "
        + number
        + ", pg_catalog.count(*), ARRAY["
        + secrets
        + "]::pg_catalog.int8[]"
        + from(table, databaseId);
  }

  /** Columns that look as if they held secrets, in the order {@link #count} counts them. */
  static List<String> secretColumns(Discovery.Found table) {
    return table.columns().stream()
        .filter(SecretColumns::looksSecret)
        .map(MetadataColumn::name)
        .toList();
  }

  private static String from(Discovery.Found table, UUID databaseId) {
    return " FROM "
        + (table.shape().only() ? "ONLY " : "")
        + Identifiers.quoteAlways(table.shape().schema())
        + "."
        + Identifiers.quoteAlways(table.shape().name())
        + " AS t WHERE t."
        + table.ownership().condition(databaseId);
  }

  private static List<String> order(Discovery.Found table) {
    Set<String> names = new LinkedHashSet<>(table.shape().has("id") ? List.of("id") : List.of());
    names.addAll(table.shape().primaryKey());
    List<String> order = new ArrayList<>();
    for (String name : names) {
      table.shape().columns().stream()
          .filter(column -> column.name().equals(name))
          .forEach(column -> order.add(expression(column)));
    }
    if (table.shape().primaryKey().isEmpty()) {
      order.add(
          text("ROW(" + list(table.columns().stream().map(MetadataColumn::name).toList()) + ")"));
    }
    return order;
  }

  /** The column itself where its type has an order of its own, else its text form. */
  private static String expression(TableShape.Column column) {
    String name = "t." + Identifiers.quoteAlways(column.name());
    ColumnType type = column.type();
    if (type.array()) {
      return text("ROW(" + name + ")");
    }
    return switch (type.kind()) {
      case TEXT -> name + " COLLATE pg_catalog.\"C\"";
      case BOOLEAN, INTEGER, NUMERIC, FLOAT, UUID, TIMESTAMP, TIMESTAMPTZ -> name;
      default -> column.isEnum() ? name : text("ROW(" + name + ")");
    };
  }

  /** The text form through the type's output function: a cast to text could be a user's own. */
  private static String text(String row) {
    return row + "::pg_catalog.text COLLATE pg_catalog.\"C\"";
  }

  private static String list(List<String> names) {
    return names.stream()
        .map(name -> "t." + Identifiers.quoteAlways(name))
        .collect(Collectors.joining(", "));
  }
}
