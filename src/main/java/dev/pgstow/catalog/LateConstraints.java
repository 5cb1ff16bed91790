package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks and NOT NULLs that a table has only once a parent gets its own, which is not valid and so
 * comes after all tables. What is said of them is said with the parent's.
 */
final class LateConstraints {
  private LateConstraints() {}

  /** Whether the table, as created, is without the constraint. */
  static boolean has(Relation table, Constraint constraint) {
    if (!constraint.isCheck() && !constraint.isNotNull()) {
      return false;
    }
    if (!constraint.validated) {
      return true;
    }
    if (constraint.local || table.partition) {
      return false;
    }
    boolean found = false;
    for (Relation parent : table.parents) {
      Optional<Constraint> above = like(table, constraint, parent);
      if (above.isPresent() && !has(parent, above.get())) {
        return false;
      }
      found |= above.isPresent();
    }
    return found;
  }

  /** What is valid in those who inherit a constraint that is not, and their comments. */
  static List<String> below(Relation table, Constraint constraint, Comments comments) {
    if (!has(table, constraint)) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    for (Relation child : table.descendants()) {
      Optional<Constraint> same = like(table, constraint, child);
      if (same.isPresent() && !same.get().local && source(child, same.get()) == constraint) {
        if (same.get().validated && !validAbove(child, same.get())) {
          statements.add(
              "ALTER TABLE " + child.quoted() + " VALIDATE CONSTRAINT " + same.get().quoted());
        }
        statements.addAll(
            comments.on(
                same.get().row, "CONSTRAINT", same.get().quoted() + " ON " + child.quoted()));
      }
    }
    return statements;
  }

  /** The declared constraint from which a table has its own; the first, if there are several. */
  private static Constraint source(Relation table, Constraint constraint) {
    if (constraint.local || !has(table, constraint)) {
      return constraint;
    }
    for (Relation parent : table.parents) {
      Optional<Constraint> above = like(table, constraint, parent);
      if (above.isPresent()) {
        return source(parent, above.get());
      }
    }
    return constraint;
  }

  private static boolean validAbove(Relation table, Constraint constraint) {
    return table.parents.stream()
        .anyMatch(parent -> like(table, constraint, parent).filter(c -> c.validated).isPresent());
  }

  /** The constraint of a parent or child that is merged with a table's. */
  private static Optional<Constraint> like(Relation table, Constraint constraint, Relation other) {
    if (constraint.isCheck()) {
      return other.constraints.stream()
          .filter(c -> c.isCheck() && c.name.equals(constraint.name))
          .findFirst();
    }
    return table.columns.stream()
        .filter(column -> constraint.columns.contains((long) column.number))
        .findFirst()
        .flatMap(column -> other.column(column.name))
        .flatMap(column -> new Inheritance(other).notNull(column));
  }
}
