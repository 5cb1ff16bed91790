package dev.pgstow.rows;

import dev.pgstow.sql.Identifiers;
import java.util.Comparator;

/** A table's schema and name, as the catalog has them. */
public record TableName(String schema, String name) implements Comparable<TableName> {
  private static final Comparator<TableName> ORDER =
      Comparator.comparing(TableName::schema).thenComparing(TableName::name);

  /** As SQL has it, quoted where it must be. */
  public String sql() {
    return Identifiers.quoteAlways(schema) + '.' + Identifiers.quoteAlways(name);
  }

  /** For people: {@code app.users}. */
  @Override
  public String toString() {
    return Identifiers.qualify(schema, name);
  }

  @Override
  public int compareTo(TableName other) {
    return ORDER.compare(this, other);
  }
}
