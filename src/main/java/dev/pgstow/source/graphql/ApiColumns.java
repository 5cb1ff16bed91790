package dev.pgstow.source.graphql;

import dev.pgstow.source.graphql.DocumentedTables.Column;
import dev.pgstow.source.graphql.DocumentedTables.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns among a row's fields: without relations, computed fields and node ids. */
final class ApiColumns {
  /** What follows a row's type in the name of the input for new rows, server by server. */
  private static final List<String> INPUTS = List.of("Input", "InsertInput", "_insert_input");

  /** Of a documented table, whose columns are known, what is more is rather a computed field. */
  private static final String LEFT_OUT =
      "The API does not tell whether these are columns, so they were left out; it does to a role"
          + " that may insert";

  private static final String TAKEN =
      "The API does not tell whether these are columns or computed, and they were taken for"
          + " columns; it does to a role that may insert";

  private static final Set<String> NEVER_EXPORTED = Set.of("created_at", "updated_at", "dbname");

  private final ApiSchema schema;
  private final ColumnTypes types;
  private final Set<String> rowTypes;
  private final Losses losses;

  ApiColumns(ApiSchema schema, ColumnTypes types, Set<String> rowTypes, Losses losses) {
    this.schema = schema;
    this.types = types;
    this.rowTypes = rowTypes;
    this.losses = losses;
  }

  /** The columns, in the order of the row's fields. */
  List<ApiColumn> of(TableNames.Named table) {
    List<ApiField> fields = table.api().row().fields().stream().filter(this::mayBeColumn).toList();
    Map<String, Column> known = known(table, fields);
    List<ApiColumn> columns = new ArrayList<>();
    for (ApiField field : fields) {
      Optional<Column> column = Optional.ofNullable(known.get(field.name()));
      String name = column.map(Column::name).orElseGet(() -> spelledBack(table, field));
      String place = table.label() + "." + name;
      Optional<Boolean> told = column.isPresent() ? Optional.of(true) : isColumn(table, field);
      boolean writable = told.orElse(table.table().isEmpty());
      boolean identity = !writable && isLikeIdentity(field);
      if (told.isEmpty()) {
        losses.add(place, writable ? TAKEN : LEFT_OUT);
      }
      if (!writable && !identity) {
        told.ifPresent(
            no ->
                losses.add(
                    place, "Fields that the API does not let write are no columns, and left out"));
        continue;
      }
      types
          .of(field.type(), column, losses.at(place))
          .ifPresentOrElse(
              typed ->
                  columns.add(
                      new ApiColumn(
                          field,
                          typed.selection(),
                          name,
                          typed.type(),
                          typed.isEnum(),
                          identity,
                          typed.reader())),
              () -> losses.add(place, "The API has these in parts only, so they were left out"));
    }
    nameMissing(table, columns);
    return columns;
  }

  private boolean mayBeColumn(ApiField field) {
    boolean nodeId = field.type().name().equals("ID") && !field.type().isList();
    Optional<ApiType> type = schema.type(field.type());
    boolean isRelation =
        rowTypes.contains(field.type().name())
            || type.filter(it -> it.has("pageInfo") || hasNodeId(it)).isPresent();
    return field.isPlain()
        && !nodeId
        && !isRelation
        && !field.name().startsWith("__")
        && type.filter(
                it ->
                    it.kind() == ApiType.Kind.SCALAR
                        || it.kind() == ApiType.Kind.ENUM
                        || it.kind() == ApiType.Kind.OBJECT)
            .isPresent();
  }

  private static boolean hasNodeId(ApiType type) {
    return type.kind() == ApiType.Kind.OBJECT
        && type.fields().stream().anyMatch(field -> field.type().name().equals("ID"));
  }

  /** The documented columns among fields, by the fields' names. */
  private static Map<String, Column> known(TableNames.Named table, List<ApiField> fields) {
    Map<String, Column> known = new HashMap<>();
    if (table.table().isEmpty()) {
      return known;
    }
    Table documented = table.table().orElseThrow();
    for (ApiField field : fields) {
      documented.column(squash(field)).ifPresent(column -> known.put(field.name(), column));
    }
    renamed(documented, fields, known);
    return known;
  }

  /** A column of another name that stands where the documented one would, alone without a name. */
  private static void renamed(Table table, List<ApiField> fields, Map<String, Column> known) {
    for (int i = 1; i < fields.size(); i++) {
      Column before = known.get(fields.get(i - 1).name());
      int next = before == null ? -1 : table.columns().indexOf(before) + 1;
      if (next > 0
          && next < table.columns().size()
          && !known.containsKey(fields.get(i).name())
          && !known.containsValue(table.columns().get(next))
          && isFollowed(table, fields, known, i, next)) {
        known.put(fields.get(i).name(), table.columns().get(next));
      }
    }
  }

  private static boolean isFollowed(
      Table table, List<ApiField> fields, Map<String, Column> known, int field, int column) {
    boolean lastField = field + 1 == fields.size();
    boolean lastColumn = column + 1 == table.columns().size();
    return !lastField
        && !lastColumn
        && table.columns().get(column + 1).equals(known.get(fields.get(field + 1).name()));
  }

  private static String squash(ApiField field) {
    return field.name().equals("rowId") ? "id" : Names.squash(field.name());
  }

  /**
   * The name by the constant that orders by it, which has its underscores; else by its capitals.
   */
  private String spelledBack(TableNames.Named table, ApiField field) {
    String squashed = squash(field);
    String name =
        table.api().order().flatMap(order -> schema.type(order.type())).stream()
            .flatMap(order -> order.values().stream())
            .filter(value -> value.endsWith("_ASC"))
            .map(value -> value.substring(0, value.length() - 4).toLowerCase(Locale.ROOT))
            .filter(value -> Names.squash(value).equals(squashed) && !value.matches(".*\\d.*"))
            .findFirst()
            .orElseGet(() -> squashed.equals("id") ? "id" : Names.snake(field.name()));
    boolean exact = field.name().equals(name) && name.contains("_");
    if (name.matches(".*\\d.*") && !exact) {
      losses.add(
          table.label() + "." + name,
          "Underscores beside digits can't be told; these columns' names were spelled back");
    }
    return name;
  }

  /**
   * Whether the input for new rows has the field too. Roles that may not insert have no such input:
   * to them Hasura lists the columns, and elsewhere nothing else than a column is never NULL, or
   * sorts rows; empty for what is neither.
   */
  private Optional<Boolean> isColumn(TableNames.Named table, ApiField field) {
    String row = table.api().row().name();
    return INPUTS.stream()
        .flatMap(end -> schema.type(row + end).stream())
        .filter(input -> input.kind() == ApiType.Kind.INPUT_OBJECT)
        .findFirst()
        .map(input -> input.has(field.name()))
        .or(() -> schema.type(row + "_select_column").map(it -> it.values().contains(field.name())))
        .or(() -> Optional.of(true).filter(is -> field.type().notNull() || sorts(table, field)));
  }

  private boolean sorts(TableNames.Named table, ApiField field) {
    String constant = squash(field) + "asc";
    return table
        .api()
        .order()
        .flatMap(order -> schema.type(order.type()))
        .filter(
            order ->
                order.has(field.name())
                    || order.values().stream().map(Names::squash).anyMatch(constant::equals))
        .isPresent();
  }

  /** An identity column is a whole number and never NULL; computed fields may always be. */
  private static boolean isLikeIdentity(ApiField field) {
    return field.type().notNull()
        && List.of("Int", "BigInt", "int", "bigint", "smallint").contains(field.type().name());
  }

  private void nameMissing(TableNames.Named table, List<ApiColumn> columns) {
    Set<String> shown = new HashSet<>();
    columns.forEach(column -> shown.add(column.name()));
    table.table().stream()
        .flatMap(documented -> documented.columns().stream())
        .filter(column -> !shown.contains(column.name()))
        .filter(column -> !NEVER_EXPORTED.contains(column.name()))
        .forEach(
            column ->
                losses.add(
                    table.label() + "." + column.name(),
                    "The API does not show these columns, so they are left out"));
  }
}
