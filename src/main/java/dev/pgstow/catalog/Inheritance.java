package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a table says itself and what it has from those it inherits from, as pg_dump tells it. */
final class Inheritance {
  private final Relation table;

  Inheritance(Relation table) {
    this.table = table;
  }

  /** Whether CREATE TABLE names the column. */
  boolean names(Column column) {
    return column.local || table.partition || standsAlone();
  }

  /** A column of a table that is inherited from. */
  record Origin(Relation table, Column column) {}

  /** From whom CREATE TABLE gives the table a column, in their order. */
  Stream<Origin> origins(Column column) {
    return table.partition || standsAlone()
        ? Stream.empty()
        : table.parents.stream()
            .flatMap(p -> p.column(column.name).map(above -> new Origin(p, above)).stream());
  }

  /**
   * Whether the column may be NULL though those it is inherited from may not be, which before 18
   * anyone could say afterwards.
   */
  boolean loosens(Column column) {
    return !column.notNull
        && !table.partition
        && table.parents.stream()
            .anyMatch(
                parent ->
                    parent
                        .column(column.name)
                        .filter(c -> c.notNull && new Inheritance(parent).notNull(c).isEmpty())
                        .isPresent());
  }

  /** The column's default, where the table has to say it; NULL where it must hide a parent's. */
  Optional<String> expression(Column column) {
    boolean parentDefault = false;
    boolean sameGenerated = false;
    boolean otherGenerated = false;
    for (Relation parent : table.parents) {
      Optional<Column> above = parent.column(column.name);
      if (above.isPresent() && above.get().isGenerated()) {
        boolean same = above.get().expression.equals(column.expression) && column.isGenerated();
        sameGenerated |= same;
        otherGenerated |= !same;
      } else {
        parentDefault |=
            above.flatMap(a -> a.expression).filter(text -> !text.equals("NULL")).isPresent();
      }
    }
    if (table.partition || standsAlone()) {
      return column.expression;
    }
    if (sameGenerated && !otherGenerated) {
      return Optional.empty();
    }
    return parentDefault && column.expression.isEmpty() ? Optional.of("NULL") : column.expression;
  }

  /** Whether CREATE TABLE carries the check. */
  boolean names(Constraint check) {
    return check.validated && (check.local || table.partition);
  }

  /**
   * Whether the check casts the table's row to the type of one it inherits from, which the server
   * knows how to do only once the table is there.
   */
  boolean casts(Constraint check) {
    return check.isCheck()
        && names(check)
        && !table.parents.isEmpty()
        && check.definition.contains(".*)::");
  }

  /** The table's own NOT NULL constraint on the column; there are rows for it from 18 on. */
  Optional<Constraint> notNull(Column column) {
    return table.constraints.stream()
        .filter(c -> c.isNotNull() && c.columns.contains((long) column.number))
        .findFirst();
  }

  /**
   * Whether the table is made first and joined to its parents afterwards: every column and check is
   * its own, and INHERITS would put the columns in another order.
   */
  boolean standsAlone() {
    if (table.parents.isEmpty()
        || table.partition
        || !table.columns.stream().allMatch(column -> column.local)
        || !table.constraints.stream()
            .filter(c -> c.isCheck() || c.isNotNull())
            .allMatch(c -> c.local)) {
      return false;
    }
    return !merged().equals(table.columns.stream().map(column -> column.name).toList());
  }

  /** Whether INHERITS puts the columns in another order than the table has them. */
  boolean reorders() {
    return !table.parents.isEmpty()
        && !table.partition
        && !standsAlone()
        && !merged().equals(table.columns.stream().map(column -> column.name).toList());
  }

  private List<String> merged() {
    List<String> merged = new ArrayList<>();
    for (Relation parent : table.parents) {
      for (Column column : parent.columns) {
        if (!merged.contains(column.name)) {
          merged.add(column.name);
        }
      }
    }
    for (Column column : table.columns) {
      if (!merged.contains(column.name)) {
        merged.add(column.name);
      }
    }
    return merged;
  }
}
