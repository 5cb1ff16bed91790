package dev.pgstow.rows;

import java.util.ArrayList;
import java.util.List;

/** A planned table with all that reading it takes. */
record TableReading(
    PlannedTable table,
    TableQuery query,
    List<ExportedColumn> columns,
    List<ColumnReading> readings) {

  /** Columns of {@code auth.users} that tell who a user is, and nothing that lets one in. */
  private static final List<String> USER_COLUMNS =
      List.of("id", "email", "phone", "created_at", "raw_user_meta_data", "raw_app_meta_data");

  static TableReading of(
      PlannedTable planned,
      LiveTable live,
      List<TableCatalog.Column> all,
      TypeCatalog types,
      String where) {
    List<ExportedColumn> columns = new ArrayList<>();
    List<ColumnReading> readings = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (TableCatalog.Column column : all) {
      if (planned.users() && !USER_COLUMNS.contains(column.name())) {
        continue;
      }
      ColumnReading reading = ColumnReading.of(column.type(), types);
      columns.add(new ExportedColumn(column.name(), column.typeName(), column.generated(), 0));
      readings.add(reading);
      expressions.add(reading.expression(column.name()));
    }
    TableQuery query = new TableQuery(live, expressions, where);
    return new TableReading(planned, query, columns, readings);
  }

  List<String> names() {
    return columns.stream().map(ExportedColumn::name).toList();
  }
}
