package dev.pgstow.export;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.Ownership;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.SchemaEntry;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which metadata rows go with left-out schemas: the schemas' own rows, and every row that
 * references one of those, directly or through other rows, so that nothing is left dangling. A
 * reference is a uuid of such a row, or the column by which a table belongs to another one.
 */
final class RowSelection {
  private final UuidSet leftOutIds = new UuidSet();
  private final Set<String> leftOutSchemaNames = new HashSet<>();

  /** Values of left-out rows by which rows of other tables belong to them, where no uuids. */
  private final Map<Target, Set<String>> leftOutTargets = new HashMap<>();

  private RowSelection(List<SchemaEntry> leftOut) {
    for (SchemaEntry schema : leftOut) {
      leftOutIds.add(schema.id().toString());
      leftOutSchemaNames.add(schema.schemaName());
    }
  }

  /** A column that rows of other tables refer to. */
  private record Target(String table, String column) {
    static Target of(Ownership.Reference reference) {
      return new Target(
          reference.parentSchema() + "." + reference.parentTable(), reference.parentColumn());
    }
  }

  /** Reads the tables' references as often as it takes to follow them all. */
  static RowSelection of(
      SchemaSelection schemas, ExportSnapshot snapshot, List<MetadataTable> tables)
      throws IOException {
    RowSelection selection = new RowSelection(schemas.leftOut());
    if (schemas.leftOut().isEmpty()) {
      return selection;
    }
    for (MetadataTable table : tables) {
      if (table.ownership() instanceof Ownership.Reference reference) {
        selection.leftOutTargets.put(Target.of(reference), new HashSet<>());
      }
    }
    long before;
    do {
      before = selection.size();
      for (MetadataTable table : tables) {
        if (table.rows() > 0) {
          selection.follow(snapshot, table);
        }
      }
    } while (selection.size() > before);
    return selection;
  }

  private long size() {
    return leftOutIds.size() + leftOutTargets.values().stream().mapToLong(Set::size).sum();
  }

  private void follow(ExportSnapshot snapshot, MetadataTable table) throws IOException {
    List<MetadataColumn> columns = table.columns();
    boolean[] isId = new boolean[columns.size()];
    boolean[] isTarget = new boolean[columns.size()];
    boolean isReferenced = false;
    for (int i = 0; i < columns.size(); i++) {
      isId[i] = isId(table, columns.get(i));
      isTarget[i] =
          !isId[i] && leftOutTargets.containsKey(new Target(table.label(), columns.get(i).name()));
      isReferenced |= isId[i] || isTarget[i];
    }
    if (!isReferenced || isDatabase(table)) {
      return;
    }
    snapshot.readRows(
        table,
        values -> {
          if (leavesOut(table, values)) {
            for (int i = 0; i < values.length; i++) {
              leaveOut(table, i, values[i], isId[i], isTarget[i]);
            }
          }
        });
  }

  private void leaveOut(
      MetadataTable table, int column, @Nullable String value, boolean isId, boolean isTarget) {
    if (value != null && isId) {
      leftOutIds.add(value);
    } else if (value != null && isTarget) {
      Target target = new Target(table.label(), table.columns().get(column).name());
      leftOutTargets.computeIfAbsent(target, key -> new HashSet<>()).add(value);
    }
  }

  /**
   * Whether a column holds the row's own uuid. A key that is called {@code table_id} may be another
   * row's, which need not be left out.
   */
  private static boolean isId(MetadataTable table, MetadataColumn column) {
    boolean uuid = column.type().kind() == ColumnType.Kind.UUID && !column.type().array();
    boolean key = table.key().equals(List.of(column.name())) && !column.name().endsWith("_id");
    return uuid && (key || column.name().equals("id"));
  }

  /** Whether a row goes with a left-out schema. */
  boolean leavesOut(MetadataTable table, @Nullable String[] values) {
    if (leftOutSchemaNames.isEmpty() || isDatabase(table)) {
      return false;
    }
    List<MetadataColumn> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      @Nullable String value = values[i];
      if (value != null && references(table, columns.get(i), value)) {
        return true;
      }
    }
    return false;
  }

  private boolean references(MetadataTable table, MetadataColumn column, String value) {
    boolean byId =
        switch (column.type().kind()) {
          case UUID -> column.type().array() ? anyOf(value) : leftOutIds.contains(value);
          case TEXT ->
              !column.type().array()
                  && (leftOutIds.contains(value)
                      || (column.name().endsWith("schema_name")
                          && leftOutSchemaNames.contains(value)));
          default -> false;
        };
    return byId
        || (table.ownership() instanceof Ownership.Reference reference
            && reference.column().equals(column.name())
            && leftOutTargets.getOrDefault(Target.of(reference), Set.of()).contains(value));
  }

  private boolean anyOf(String array) {
    for (String element : array.replaceAll("[{}\"\\s]", "").split(",", -1)) {
      if (leftOutIds.contains(element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDatabase(MetadataTable table) {
    return table.schema().equals("metaschema_public") && table.name().equals("database");
  }
}
