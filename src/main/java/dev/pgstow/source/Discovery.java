package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.Ownership;
import dev.pgstow.metaschema.TableOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which tables hold rows of a database, how they belong to it, and what is exported. */
final class Discovery {
  private static final String DATABASE_TABLE = "metaschema_public.database";

  private final Map<String, TableShape> shapes = new LinkedHashMap<>();
  private final Map<String, Ownership> owned = new HashMap<>();
  private final SnapshotOptions options;

  private Discovery(Collection<TableShape> tables, SnapshotOptions options) {
    tables.forEach(table -> shapes.put(table.label(), table));
    this.options = options;
  }

  /** A table that holds rows of databases, with the columns that are exported. */
  record Found(
      TableShape shape,
      String changeName,
      Ownership ownership,
      List<MetadataColumn> columns,
      List<String> key) {}

  /**
   * The tables whose rows belong to a database.
   *
   * @throws Failure {@code ownership-ambiguous} if several foreign keys could make a table's rows
   *     belong to it
   */
  static List<Found> find(Collection<TableShape> tables, SnapshotOptions options) {
    Discovery discovery = new Discovery(tables, options);
    discovery.findOwnColumns();
    discovery.findDomains();
    discovery.findChildren();
    return discovery.result();
  }

  private void findOwnColumns() {
    for (TableShape table : shapes.values()) {
      if (table.label().equals(DATABASE_TABLE)) {
        owned.put(table.label(), new Ownership.Column("id"));
      } else if (table.has("database_id")) {
        owned.put(table.label(), new Ownership.Column("database_id"));
      }
    }
  }

  /** A table with {@code domain_id} belongs to the database of its domain, key or no key. */
  private void findDomains() {
    for (TableShape table : shapes.values()) {
      if (!owned.containsKey(table.label()) && table.has("domain_id")) {
        domains(table).ifPresent(parent -> own(table, "domain_id", parent, "id"));
      }
    }
  }

  private Optional<TableShape> domains(TableShape table) {
    List<String> candidates = new ArrayList<>();
    table.foreignKeys().stream()
        .filter(key -> key.column().equals("domain_id") && key.referenced().equals("id"))
        .forEach(key -> candidates.add(key.parent()));
    candidates.add(table.schema() + ".domains");
    TableOrder.schemas().forEach(schema -> candidates.add(schema + ".domains"));
    return candidates.stream()
        .map(shapes::get)
        .filter(Objects::nonNull)
        .filter(shape -> shape.has("database_id") && shape.has("id"))
        .findFirst();
  }

  private void findChildren() {
    Map<String, List<TableShape.ForeignKey>> parents = new HashMap<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (TableShape table : shapes.values()) {
        if (owned.containsKey(table.label()) || parents.containsKey(table.label())) {
          continue;
        }
        if (table.foreignKeys().stream().anyMatch(key -> belongs(key, table, parents))) {
          parents.put(table.label(), new ArrayList<>());
          grown = true;
        }
      }
    }
    for (String label : parents.keySet()) {
      TableShape table = shape(label);
      table.foreignKeys().stream()
          .filter(key -> belongs(key, table, parents))
          .forEach(key -> parents.getOrDefault(label, List.of()).add(key));
    }
    parents.forEach(this::requireOne);
    ownChildren(parents);
  }

  private boolean belongs(TableShape.ForeignKey key, TableShape table, Map<String, ?> alsoOwned) {
    return !key.parent().equals(table.label())
        && (owned.containsKey(key.parent()) || alsoOwned.containsKey(key.parent()));
  }

  private void requireOne(String label, List<TableShape.ForeignKey> keys) {
    if (keys.size() > 1 && !options.excludeTables().contains(label)) {
      throw Failure.failed(
          "ownership-ambiguous",
          "Can't tell how rows of "
              + label
              + " belong to a database: several foreign keys could say so: "
              + keys.stream()
                  .map(key -> key.constraint() + " (" + key.column() + " -> " + key.parent() + ")")
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".",
          "Leave the table out with --exclude-table " + label + ".");
    }
  }

  private void ownChildren(Map<String, List<TableShape.ForeignKey>> parents) {
    Map<String, List<TableShape.ForeignKey>> rest = new LinkedHashMap<>(parents);
    while (!rest.isEmpty()) {
      int before = rest.size();
      rest.entrySet()
          .removeIf(
              entry -> {
                TableShape.ForeignKey key = entry.getValue().get(0);
                if (!owned.containsKey(key.parent())) {
                  return false;
                }
                own(shape(entry.getKey()), key.column(), shape(key.parent()), key.referenced());
                return true;
              });
      if (rest.size() == before) {
        return;
      }
    }
  }

  private void own(TableShape table, String column, TableShape parent, String referenced) {
    Ownership of = Objects.requireNonNull(owned.get(parent.label()));
    owned.put(
        table.label(),
        new Ownership.Reference(column, parent.schema(), parent.name(), referenced, of));
  }

  private TableShape shape(String label) {
    return Objects.requireNonNull(shapes.get(label));
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
