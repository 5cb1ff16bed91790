package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
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

  /** Defaults of inherited columns, which CREATE TABLE does not name. */
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
    }
    return statements;
  }

  /** Statistics targets, storage, compression and options. */
  List<String> storage() {
    List<String> statements = new ArrayList<>();
    for (Column column : relation.columns) {
      column.statistics.ifPresent(n -> statements.add(of(column, "SET STATISTICS " + n)));
      column.storage.ifPresent(how -> statements.add(of(column, "SET STORAGE " + how)));
      column.compression.ifPresent(how -> statements.add(of(column, "SET COMPRESSION " + how)));
      if (!column.options.isEmpty()) {
        statements.add(of(column, "SET (" + Settings.storage("", column.options) + ")"));
      }
      if (!column.fdwOptions.isEmpty()) {
        statements.add(of(column, Settings.options(column.fdwOptions)));
      }
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
    for (Column column : relation.columns) {
      statements.addAll(
          belongings.columnPrivileges(relation.quoted(), column.name, relation.owner, column.acl));
    }
    return statements;
  }

  private String of(Column column, String action) {
    return alter + " ALTER COLUMN " + column.quoted() + " " + action;
  }
}
