package dev.pgstow.source.graphql;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.source.TableShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An API's tables in PostgreSQL's names. */
final class Api {
  private static final Set<ColumnType.Kind> NULL_THEMSELVES =
      Set.of(ColumnType.Kind.JSON, ColumnType.Kind.JSONB);

  private final ApiSchema schema;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /** A table with its columns. */
  record Entry(TableNames.Named table, List<ApiColumn> columns) {
    Optional<ApiColumn> column(String name) {
      return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
  }

  private Api(ApiSchema schema) {
    this.schema = schema;
  }

  /**
   * Names what an API shows.
   *
   * @param schemas metadata schemas, earlier ones first
   * @param losses told of columns that can't be read
   */
  static Api of(
      ApiSchema schema, DocumentedTables documented, List<String> schemas, Losses losses) {
    Api api = new Api(schema);
    List<ApiTable> tables = ApiTables.find(schema);
    TableNames names = TableNames.of(tables, documented, schemas);
    Set<String> rowTypes = new HashSet<>();
    tables.forEach(table -> rowTypes.add(table.row().name()));
    ColumnTypes types = new ColumnTypes(schema, documented, Server.of(schema, tables));
    ApiColumns columns = new ApiColumns(schema, types, rowTypes, losses);
    for (TableNames.Named table : names.named()) {
      api.entries.put(table.label(), new Entry(table, columns.of(table)));
    }
    for (ApiTable table : names.left()) {
      if (table.row().has("databaseId") || table.row().has("database_id")) {
        api.left.add(table.field().name());
      }
    }
    for (DocumentedTables.Table table : documented.tables()) {
      if (schemas.contains(table.schema()) && !api.entries.containsKey(table.label())) {
        api.missing.add(table.label());
      }
    }
    return api;
  }

  Optional<Entry> table(String label) {
    return Optional.ofNullable(entries.get(label));
  }

  /** Root fields of tables that can't be told. */
  List<String> left() {
    return left;
  }

  /** Documented tables the API does not show. */
  List<String> missing() {
    return missing;
  }

  /** The tables as a catalog would describe them. */
  List<TableShape> shapes() {
    return entries.values().stream().map(this::shape).toList();
  }

  private TableShape shape(Entry entry) {
    List<TableShape.Column> columns =
        entry.columns().stream()
            .map(
                column ->
                    new TableShape.Column(
                        column.name(), column.type(), column.isEnum(), false, column.always()))
            .toList();
    return new TableShape(
        entry.table().schema(),
        entry.table().name(),
        true,
        true,
        false,
        columns,
        key(entry),
        relations(entry));
  }

  /** The documented key, unless the lookups the API offers say otherwise. */
  private List<String> key(Entry entry) {
    Optional<List<String>> documented =
        entry
            .table()
            .table()
            .map(DocumentedTables.Table::key)
            .filter(key -> key.stream().allMatch(name -> entry.column(name).isPresent()));
    if (entry.column("id").isPresent()) {
      return List.of("id");
    }
    List<List<String>> lookups = lookups(entry);
    if (lookups.size() == 1) {
      return lookups.get(0);
    }
    return documented.orElse(List.of());
  }

  private List<List<String>> lookups(Entry entry) {
    List<List<String>> lookups = new ArrayList<>();
    for (ApiField field : schema.query().fields()) {
      if (field.type().name().equals(entry.table().api().row().name())
          && !field.type().isList()
          && !field.arguments().isEmpty()) {
        List<String> columns = new ArrayList<>();
        for (ApiField argument : field.arguments()) {
          entry.columns().stream()
              .filter(column -> column.field().name().equals(argument.name()))
              .forEach(column -> columns.add(column.name()));
        }
        if (columns.size() == field.arguments().size()) {
          lookups.add(columns);
        }
      }
    }
    return lookups;
  }

  /** What a row's relations say of its foreign keys: {@code site} stands for {@code site_id}. */
  private List<TableShape.ForeignKey> relations(Entry entry) {
    Map<String, Entry> byRow = new HashMap<>();
    entries.values().forEach(other -> byRow.put(other.table().api().row().name(), other));
    List<TableShape.ForeignKey> keys = new ArrayList<>();
    for (ApiField field : entry.table().api().row().fields()) {
      if (!byRow.containsKey(field.type().name()) || field.type().isList()) {
        continue;
      }
      Entry parent = Objects.requireNonNull(byRow.get(field.type().name()));
      for (ApiColumn column : entry.columns()) {
        if (refers(field.name(), column.name()) && parent.column("id").isPresent()) {
          keys.add(
              new TableShape.ForeignKey(
                  field.name(),
                  column.name(),
                  parent.table().schema(),
                  parent.table().name(),
                  "id"));
        }
      }
    }
    return keys;
  }

  private static boolean refers(String relation, String column) {
    String squashed = Names.squash(column);
    return column.endsWith("_id")
        && (Names.squash(relation).equals(squashed.substring(0, squashed.length() - 2))
            || Names.squash(relation).endsWith("by" + squashed));
  }

  /** All rows of a table, with these columns. */
  Reading all(Entry entry, List<ApiColumn> columns) {
    return new Reading(
        entry.table().label(),
        entry.table().api(),
        columns,
        Optional.empty(),
        Order.by(schema, entry.table().api(), orderColumns(entry)),
        Map.of());
  }

  /** Ids must come in the order that their range is asked for in. */
  private Map<String, Match> filled(Entry entry, List<ApiColumn> columns, Match owner) {
    Map<String, Match> filled = new HashMap<>();
    if (entry.table().api().hasTotal() && sorts(entry)) {
      for (ApiColumn column : columns) {
        boolean doubtful =
            NULL_THEMSELVES.contains(column.type().kind())
                || ColumnTypes.mayBeInfinite(column.type());
        if (doubtful && !column.type().array()) {
          Match.filled(schema, entry.table().api(), column)
              .ifPresent(match -> filled.put(column.name(), match.and(owner)));
        }
      }
    }
    return filled;
  }

  /** Pages that are counted off need an order without doubt; cursors bring their own. */
  private List<ApiColumn> orderColumns(Entry entry) {
    Optional<ApiColumn> id = entry.column("id");
    if (id.isPresent() || !entry.table().api().paging().isCounted()) {
      return id.stream().toList();
    }
    List<ApiColumn> key = key(entry).stream().flatMap(it -> entry.column(it).stream()).toList();
    return key.isEmpty()
        ? entry.columns().stream()
            .filter(column -> column.type().kind() != ColumnType.Kind.JSON)
            .toList()
        : key;
  }

  /** The rows whose column has this value; empty if the API can't be asked so. */
  Optional<Reading> matching(Entry entry, List<ApiColumn> columns, String column, UUID value) {
    Reading all = all(entry, columns);
    return entry
        .column(column)
        .flatMap(found -> Match.of(schema, entry.table().api(), found, value.toString()))
        .map(
            match ->
                new Reading(
                    all.label(),
                    all.table(),
                    columns,
                    Optional.of(match),
                    all.order(),
                    filled(entry, columns, match)));
  }

  /** Whether the API sorts rows as PostgreSQL does: by an id of bytes or a number. */
  boolean sorts(Entry entry) {
    return entry
        .column("id")
        .filter(
            id ->
                !id.type().array()
                    && (id.type().kind() == ColumnType.Kind.UUID
                        || id.type().kind() == ColumnType.Kind.INTEGER))
        .flatMap(id -> Order.by(schema, entry.table().api(), List.of(id)))
        .isPresent();
  }
}
