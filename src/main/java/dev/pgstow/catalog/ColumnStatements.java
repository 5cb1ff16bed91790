package dev.pgstow.catalog;

import dev.pgstow.catalog.Inheritance.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said of a relation's columns after it is made. */
final class ColumnStatements {
  private final Relation relation;
  private final String alter;

  ColumnStatements(Relation relation) {
    this.relation = relation;
    this.alter =
        "ALTER " + relation.keyword() + (relation.isTable() ? " ONLY " : " ") + relation.quoted();
  }

  /** {@code ALTER COLUMN … SET DEFAULT …}. */
  String setDefault(Column column, String expression) {
    return of(column, "SET DEFAULT " + expression);
  }

  /** Defaults and NOT NULLs of inherited columns, where CREATE TABLE can't say them. */
  List<String> inherited(Inheritance inheritance, Set<Address> apart) {
    List<String> statements = new ArrayList<>();
    for (Column column : relation.columns) {
      boolean elsewhere =
          inheritance.names(column) || column.defaultRow.filter(apart::contains).isPresent();
      if (!elsewhere && !column.isGenerated()) {
        inheritance
            .expression(column)
            .ifPresent(expression -> statements.add(setDefault(column, expression)));
      }
      if (!inheritance.names(column)
          && inheritance.notNull(column).isEmpty()
          && column.notNull
          && relation.parents.stream()
              .noneMatch(p -> p.column(column.name).filter(c -> c.notNull).isPresent())) {
        statements.add(of(column, "SET NOT NULL"));
      }
      if (inheritance.loosens(column)) {
        statements.add(of(column, "DROP NOT NULL"));
      }
    }
    return statements;
  }

  /** Statistics targets, storage, compression and options. */
  List<String> storage(Inheritance inheritance) {
    List<String> statements = new ArrayList<>();
    for (Column column : relation.columns) {
      column.statistics.ifPresent(n -> statements.add(of(column, "SET STATISTICS " + n)));
      Optional<Column> above = inheritance.origins(column).map(Origin::column).findFirst();
      statements.addAll(
          stored(
              column,
              above.map(c -> c.storage).orElse(column.typeStorage),
              above.map(c -> c.compression).orElse(Column.DEFAULT_COMPRESSION),
              column));
      if (!column.options.isEmpty()) {
        statements.add(of(column, "SET (" + Settings.storage("", column.options) + ")"));
      }
      if (!column.fdwOptions.isEmpty()) {
        statements.add(of(column, Settings.options(column.fdwOptions)));
      }
    }
    return statements;
  }

  /**
   * Statements that make all from whom the table inherits a column store it as the first of them
   * does, since otherwise the server refuses; and those that take it back.
   */
  static List<String> alike(Relation table, Inheritance inheritance, boolean back) {
    List<String> statements = new ArrayList<>();
    for (Column column : table.columns) {
      List<Origin> origins = inheritance.origins(column).toList();
      for (Origin other : origins) {
        Column first = origins.get(0).column();
        ColumnStatements parent = new ColumnStatements(other.table());
        Column now = back ? first : other.column();
        Column then = back ? other.column() : first;
        statements.addAll(parent.stored(other.column(), now.storage, now.compression, then));
      }
    }
    return statements;
  }

  private List<String> stored(Column column, String storage, String compression, Column wanted) {
    List<String> statements = new ArrayList<>();
    if (!wanted.storage.equals(storage)) {
      statements.add(of(column, "SET STORAGE " + wanted.storage));
    }
    if (!wanted.compression.equals(compression)) {
      statements.add(of(column, "SET COMPRESSION " + wanted.compression));
    }
    return statements;
  }

  /** Comments, labels and privileges. */
  List<String> belongings(Belongings belongings) {
    List<String> statements = new ArrayList<>();
    for (Column column : relation.columns) {
      statements.addAll(
          belongings
              .comments()
              .onColumn(relation.row, column.number, relation.quoted() + "." + column.quoted()));
    }
    List<Column> granted = new ArrayList<>(relation.systemColumns);
    granted.addAll(relation.columns);
    for (Column column : granted) {
      statements.addAll(belongings.columnPrivileges(relation, column));
    }
    return statements;
  }

  private String of(Column column, String action) {
    return alter + " ALTER COLUMN " + column.quoted() + " " + action;
  }
}
