package dev.pgstow.rows;

import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one snapshot holds of the tables that are meant.
 *
 * @param order all of them, finished ones included
 * @param live the tables of the plan, in its order
 * @param selection what was chosen from
 */
record Survey(
    DataPlan plan, List<TableName> order, List<LiveTable> live, TableSelection selection) {

  /**
   * Looks.
   *
   * @param finished tables that need no reading any more, with their files
   * @param between called between tables; may throw to stop
   */
  static Survey of(
      Session session, DataRequest request, Map<TableName, String> finished, Runnable between) {
    TableCatalog catalog = new TableCatalog(session);
    TableChoice choice = request.choice();
    TableSelection selection = TableSelection.of(catalog.tables(), choice);
    ForeignKeyOrder order = ForeignKeyOrder.of(selection.tables(), catalog.references());
    List<LiveTable> ordered = new ArrayList<>(order.tables());
    selection.users().ifPresent(ordered::add);
    List<LiveTable> left = ordered.stream().filter(it -> !finished.containsKey(it.name())).toList();
    Map<TableName, String> files =
        FileNames.of(
            left.stream().map(LiveTable::name).toList(),
            request.form().extension(),
            Set.copyOf(finished.values()));
    RowCounter counter = new RowCounter(session, choice.threshold(), selection);
    List<PlannedTable> planned = new ArrayList<>();
    for (LiveTable table : left) {
      between.run();
      RowCounter.Count count = counter.count(table);
      boolean streams = count.estimated() || choice.isLarge(table.name());
      planned.add(
          new PlannedTable(
              table.name(),
              count.rows(),
              count.estimated(),
              table.bytes(),
              streams ? ReadMethod.STREAMING : ReadMethod.SMALL,
              files.getOrDefault(table.name(), ""),
              table.name().equals(TableSelection.USERS)));
    }
    return new Survey(
        new DataPlan(planned, order.cycles(), selection.skipped(), selection.leftOut()),
        ordered.stream().map(LiveTable::name).toList(),
        left,
        selection);
  }

  /** How to read each of the planned tables. */
  List<TableReading> readings(Session session) {
    Map<Long, List<TableCatalog.Column>> columns = new TableCatalog(session).columns(live);
    Set<Long> oids =
        columns.values().stream()
            .flatMap(Collection::stream)
            .map(TableCatalog.Column::type)
            .collect(Collectors.toSet());
    TypeCatalog types = TypeCatalog.read(session, oids);
    List<TableReading> readings = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      PlannedTable planned = plan.tables().get(i);
      LiveTable table = live.get(i);
      List<TableCatalog.Column> its = columns.getOrDefault(table.oid(), List.of());
      readings.add(TableReading.of(planned, table, its, types, selection.where(table.name())));
    }
    return readings;
  }
}
