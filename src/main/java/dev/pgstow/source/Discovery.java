package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.Ownership;
import dev.pgstow.metaschema.TableOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides which tables hold rows of a database, how they belong to it, and what is exported. */
public final class Discovery {
  private final Map<String, TableShape> shapes = new LinkedHashMap<>();
  private final Map<String, Ownership> owned;
  private final SnapshotOptions options;

  private Discovery(Collection<TableShape> tables, SnapshotOptions options) {
    tables.forEach(table -> shapes.put(table.label(), table));
    this.options = options;
    this.owned = Owners.of(shapes, options.excludeTables());
  }

  /** A table that holds rows of databases, with the columns that are exported. */
  public record Found(
      TableShape shape,
      String changeName,
      Ownership ownership,
      List<MetadataColumn> columns,
      List<String> key) {}

  /**
   * The tables whose rows belong to a database.
   *
   * @throws Failure {@code ownership-ambiguous} if several foreign keys could make a table's rows
   *     belong to it; {@code table-unknown}, {@code meta-schema-unknown} if the options name none
   */
  public static List<Found> find(Collection<TableShape> tables, SnapshotOptions options) {
    Discovery discovery = new Discovery(tables, options);
    discovery.checkOptions();
    return discovery.result();
  }

  private void checkOptions() {
    List<String> tables =
        options.excludeTables().stream().filter(label -> !owned.containsKey(label)).toList();
    if (!tables.isEmpty()) {
      throw Failure.usage(
          "table-unknown",
          "--exclude-table: there is no metadata table " + String.join(", ", tables) + ".",
          "Tables are written schema.table.");
    }
    Set<String> schemas = new TreeSet<>(options.extraSchemas());
    shapes.values().stream()
        .filter(table -> owned.containsKey(table.label()))
        .forEach(table -> schemas.remove(table.schema()));
    if (!schemas.isEmpty()) {
      throw Failure.usage(
          "meta-schema-unknown",
          "--meta-schema: no schema "
              + String.join(", ", schemas)
              + " has tables with rows of databases.",
          "Write the name as it is in the server, without quotes.");
    }
  }

  private List<Found> result() {
    List<Found> found = new ArrayList<>();
    for (TableShape table : shapes.values()) {
      @Nullable Ownership ownership = owned.get(table.label());
      List<MetadataColumn> columns =
          table.columns().stream()
              .filter(this::isExported)
              .map(column -> new MetadataColumn(column.name(), column.type(), column.always()))
              .toList();
      if (ownership != null
          && !columns.isEmpty()
          && !options.excludeTables().contains(table.label())) {
        found.add(new Found(table, changeName(table), ownership, columns, key(table, columns)));
      }
    }
    return found;
  }

  /** Tables that are left out keep their names, so that the others keep theirs. */
  private String changeName(TableShape table) {
    List<String> schemas =
        shapes.values().stream()
            .filter(shape -> shape.name().equals(table.name()) && owned.containsKey(shape.label()))
            .map(TableShape::schema)
            .toList();
    return TableOrder.changeName(table.schema(), table.name(), schemas);
  }

  private boolean isExported(TableShape.Column column) {
    if (column.generated() || column.name().equals("dbname")) {
      return false;
    }
    boolean stamp = column.name().equals("created_at") || column.name().equals("updated_at");
    return !stamp || options.keepTimestamps() || !isTimestamp(column.type());
  }

  private static boolean isTimestamp(ColumnType type) {
    return !type.array()
        && (type.kind() == ColumnType.Kind.TIMESTAMP || type.kind() == ColumnType.Kind.TIMESTAMPTZ);
  }

  private static List<String> key(TableShape table, List<MetadataColumn> columns) {
    List<String> names = columns.stream().map(MetadataColumn::name).toList();
    if (!table.primaryKey().isEmpty() && names.containsAll(table.primaryKey())) {
      return table.primaryKey();
    }
    return names.contains("id") ? List.of("id") : List.of();
  }
}
