package dev.pgstow.export;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.SchemaEntry;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which metadata rows go with left-out schemas: the schemas' own rows, and every row that
 * references one of those, directly or through other rows, so that nothing is left dangling.
 */
final class RowSelection {
  private final Set<String> leftOutIds = new HashSet<>();
  private final Set<String> leftOutSchemaNames = new HashSet<>();

  private RowSelection(List<SchemaEntry> leftOut) {
    for (SchemaEntry schema : leftOut) {
      leftOutIds.add(schema.id().toString());
      leftOutSchemaNames.add(schema.schemaName());
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
    int before;
    do {
      before = selection.leftOutIds.size();
      for (MetadataTable table : tables) {
        if (table.rows() > 0) {
          selection.follow(snapshot, table);
        }
      }
    } while (selection.leftOutIds.size() > before);
    return selection;
  }

  private void follow(ExportSnapshot snapshot, MetadataTable table) throws IOException {
    int id = position(table, "id");
    if (id < 0 || isDatabase(table)) {
      return;
    }
    snapshot.readRows(
        table,
        values -> {
          @Nullable String own = values[id];
          if (own != null && leavesOut(table, values)) {
            leftOutIds.add(own);
          }
        });
  }

  /** Whether a row goes with a left-out schema. */
  boolean leavesOut(MetadataTable table, @Nullable String[] values) {
    if (leftOutIds.isEmpty() || isDatabase(table)) {
      return false;
    }
    List<MetadataColumn> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      @Nullable String value = values[i];
      if (value != null && references(columns.get(i), value)) {
        return true;
      }
    }
    return false;
  }

  private boolean references(MetadataColumn column, String value) {
    if (column.type().kind() == ColumnType.Kind.UUID) {
      return column.type().array() ? anyOf(value) : leftOutIds.contains(value);
    }
    return column.name().endsWith("schema_name") && leftOutSchemaNames.contains(value);
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

  private static int position(MetadataTable table, String column) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }
}
