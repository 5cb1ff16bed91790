package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The CREATE TABLE of a table, partitioned table, partition or foreign table. */
final class TableBody {
  private final Relation table;
  private final Inheritance inheritance;
  private final Optional<ForeignTables.Source> foreign;

  TableBody(Relation table, Inheritance inheritance, Optional<ForeignTables.Source> foreign) {
    this.table = table;
    this.inheritance = inheritance;
    this.foreign = foreign;
  }

  /**
   * The statement.
   *
   * @param apart defaults and checks that come later
   */
  String sql(Set<Address> apart) {
    StringBuilder sql = new StringBuilder("CREATE ");
    if (table.persistence == 'u') {
      sql.append("UNLOGGED ");
    }
    sql.append(table.isForeign() ? "FOREIGN TABLE " : "TABLE ").append(table.quoted());
    table.ofType.ifPresent(type -> sql.append(" OF ").append(type));
    List<String> lines = lines(apart);
    if (!lines.isEmpty()) {
      sql.append(
          lines.stream()
              .map(line -> "\n    " + line)
              .collect(Collectors.joining(",", " (", "\n)")));
    } else if (table.ofType.isEmpty()) {
      sql.append(" (\n)");
    }
    if (!table.parents.isEmpty() && !table.partition && !inheritance.standsAlone()) {
      sql.append(
          table.parents.stream()
              .map(Relation::quoted)
              .collect(Collectors.joining(", ", "\nINHERITS (", ")")));
    }
    table.partitionKey.ifPresent(key -> sql.append("\nPARTITION BY ").append(key));
    foreign.ifPresent(source -> sql.append("\n").append(source.clause()));
    table
        .accessMethod
        // A partitioned table has one only if it was told, and its partitions go by that.
        .filter(name -> table.isPartitioned() || !name.equals("heap"))
        .ifPresent(name -> sql.append("\nUSING ").append(Names.quote(name)));
    String with = Settings.with(table.options, table.toastOptions);
    if (!with.isEmpty()) {
      sql.append("\n").append(with);
    }
    table.tablespace.ifPresent(name -> sql.append("\nTABLESPACE ").append(Names.quote(name)));
    return sql.toString();
  }

  private List<String> lines(Set<Address> apart) {
    List<String> lines = new ArrayList<>();
    ColumnClause clause = new ColumnClause(table, inheritance, apart);
    List<String> notNulls = new ArrayList<>();
    for (Column column : table.columns) {
      if (table.ofType.isPresent()) {
        clause.ofTyped(column).ifPresent(lines::add);
      } else if (inheritance.names(column)) {
        lines.add(clause.of(column));
      } else {
        clause.inheritedNotNull(column).ifPresent(notNulls::add);
      }
    }
    for (Constraint constraint : table.constraints) {
      if (constraint.isCheck()
          && inheritance.names(constraint)
          && !apart.contains(constraint.row)) {
        lines.add("CONSTRAINT " + constraint.quoted() + " " + constraint.definition);
      }
    }
    lines.addAll(notNulls);
    return lines;
  }
}
