package dev.pgstow.export;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.Ownership;
import dev.pgstow.source.DatabaseEntry;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.RequirementScan;
import dev.pgstow.source.RowHandler;
import dev.pgstow.source.SchemaEntry;
import dev.pgstow.source.SnapshotOptions;
import dev.pgstow.source.SourceDescription;
import dev.pgstow.source.SqlAction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** A source in memory, for what the engine does with what it is given. */
final class FakeSource implements ExportSource, ExportSnapshot, RequirementScan {
  static final UUID DATABASE = UUID.fromString("11111111-aaaa-4bbb-8ccc-000000000001");

  final List<SchemaEntry> schemas = new ArrayList<>();
  final List<SqlAction> actions = new ArrayList<>();
  final Map<MetadataTable, List<String[]>> tables = new LinkedHashMap<>();
  boolean showsActions = true;
  List<String> secrets = List.of();
  SnapshotOptions options = SnapshotOptions.defaults();

  FakeSource schema(String name, String schemaName) {
    schemas.add(new SchemaEntry(id(schemaName), name, schemaName, 1));
    return this;
  }

  FakeSource action(String deploy, String content, String... deps) {
    actions.add(
        new SqlAction(
            "" + (actions.size() + 1),
            "create_table",
            deploy,
            Arrays.asList(deps),
            content,
            "DROP x;",
            "SELECT 1;",
            null));
    return this;
  }

  FakeSource registration(String deploy, String content, String... deps) {
    actions.add(
        new SqlAction(
            "" + (actions.size() + 1),
            "register",
            deploy,
            Arrays.asList(deps),
            content,
            "SELECT 2;",
            "SELECT 1;",
            "meta_registration"));
    return this;
  }

  /** A table with the columns id, database_id, and the uuid or text columns named. */
  FakeSource table(String name, List<String> columns, String[]... rows) {
    return table("metaschema_public", name, columns, rows);
  }

  FakeSource table(String schema, String name, List<String> columns, String[]... rows) {
    List<MetadataColumn> all = new ArrayList<>();
    all.add(column("id"));
    all.add(column("database_id"));
    columns.forEach(column -> all.add(column(column)));
    tables.put(
        new MetadataTable(
            schema,
            name,
            name,
            all,
            List.of("id"),
            new Ownership.Column("database_id"),
            rows.length,
            true),
        List.of(rows));
    return this;
  }

  static UUID id(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static String[] row(String id, String... values) {
    String[] row = new String[values.length + 2];
    row[0] = id(id).toString();
    row[1] = DATABASE.toString();
    System.arraycopy(values, 0, row, 2, values.length);
    return row;
  }

  private static MetadataColumn column(String name) {
    boolean uuid = name.equals("id") || name.endsWith("_id");
    return new MetadataColumn(
        name,
        new ColumnType(
            uuid ? "uuid" : "text", uuid ? ColumnType.Kind.UUID : ColumnType.Kind.TEXT, false),
        false);
  }

  @Override
  public SourceDescription description() {
    return new SourceDescription("nobody@nowhere/fake", "PostgreSQL 0");
  }

  @Override
  public List<DatabaseEntry> databases() {
    return List.of(database());
  }

  @Override
  public List<SchemaEntry> schemas(UUID databaseId) {
    return schemas;
  }

  @Override
  public ExportSnapshot snapshot(UUID databaseId, SnapshotOptions asked) {
    options = asked;
    return this;
  }

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public DatabaseEntry database() {
    return new DatabaseEntry(DATABASE, "shop", schemas.size(), actions());
  }

  @Override
  public List<SchemaEntry> schemas() {
    return schemas;
  }

  @Override
  public OptionalLong actions() {
    return showsActions ? OptionalLong.of(actions.size()) : OptionalLong.empty();
  }

  @Override
  public void readActions(ActionHandler handler) throws IOException {
    for (SqlAction action : actions) {
      handler.action(action);
    }
  }

  @Override
  public List<MetadataTable> tables() {
    return List.copyOf(tables.keySet());
  }

  @Override
  public void readRows(MetadataTable table, RowHandler handler) throws IOException {
    for (String[] row : tables.get(table)) {
      handler.row(row);
    }
  }

  @Override
  public List<String> secretColumns(MetadataTable table) {
    return secrets;
  }

  @Override
  public RequirementScan requirementScan() {
    return this;
  }

  @Override
  public void script(String sql) {}

  @Override
  public void table(String schema, String name) {}

  @Override
  public List<String> extensionRequires() {
    return List.of("plpgsql", "citext");
  }

  @Override
  public List<String> serviceRequires() {
    return List.of("plpgsql", "metaschema-schema");
  }
}
