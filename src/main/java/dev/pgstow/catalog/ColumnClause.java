package dev.pgstow.catalog;

import java.util.Optional;
import java.util.Set;

/** A column as CREATE TABLE says it. */
final class ColumnClause {
  private final Relation table;
  private final Inheritance inheritance;
  private final Set<Address> apart;

  /**
   * Of a table.
   *
   * @param apart defaults that are set later
   */
  ColumnClause(Relation table, Inheritance inheritance, Set<Address> apart) {
    this.table = table;
    this.inheritance = inheritance;
    this.apart = apart;
  }

  String of(Column column) {
    return column.quoted()
        + " "
        + column.type
        + column.collation.map(name -> " COLLATE " + name).orElse("")
        + value(column)
        + notNull(column);
  }

  /** A column of a typed table, whose type is the type's; empty if there is nothing to say. */
  Optional<String> ofTyped(Column column) {
    String more = value(column) + notNull(column);
    return more.isEmpty()
        ? Optional.empty()
        : Optional.of(column.quoted() + " WITH OPTIONS" + more);
  }

  /** A column that is inherited and NOT NULL here alone; from 18 on. */
  Optional<String> inheritedNotNull(Column column) {
    return inheritance
        .notNull(column)
        .filter(c -> c.local && c.validated)
        .map(c -> name(c, column) + "NOT NULL " + column.quoted() + noInherit(c));
  }

  private String value(Column column) {
    boolean later = column.defaultRow.filter(apart::contains).isPresent();
    if (later && !column.isGenerated()) {
      return "";
    }
    return inheritance
        .expression(column)
        .map(text -> later ? "NULL" : text)
        .map(
            text ->
                switch (column.generated) {
                  case 's' -> " GENERATED ALWAYS AS (" + text + ") STORED";
                  case 'v' -> " GENERATED ALWAYS AS (" + text + ")";
                  default -> " DEFAULT " + text;
                })
        .orElse("");
  }

  private String notNull(Column column) {
    Optional<Constraint> named = inheritance.notNull(column);
    if (named.isPresent()) {
      Constraint constraint = named.get();
      boolean said = constraint.validated && (constraint.local || table.partition);
      return said ? " " + name(constraint, column) + "NOT NULL" + noInherit(constraint) : "";
    }
    boolean forNow = inheritance.standsAlone() && inheritance.loosens(column);
    return column.notNull || forNow ? " NOT NULL" : "";
  }

  private static String noInherit(Constraint constraint) {
    return constraint.noInherit ? " NO INHERIT" : "";
  }

  /** The server takes this name if it is free in the schema; those below get it from here. */
  private String name(Constraint constraint, Column column) {
    boolean plain =
        constraint.name.equals(table.name + "_" + column.name + "_not_null")
            && constraint.namesakes == 1 + namesakesBelow(constraint);
    return plain ? "" : "CONSTRAINT " + constraint.quoted() + " ";
  }

  private long namesakesBelow(Constraint constraint) {
    return constraint.namesakes == 1
        ? 0
        : table.descendants().stream()
            .filter(child -> child.schema.equals(table.schema))
            .filter(
                child -> child.constraints.stream().anyMatch(c -> c.name.equals(constraint.name)))
            .count();
  }
}
