package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs in the foreign keys that partitions have from a partitioned table: names given
 * before the partition was attached, comments, and from 18 on keys that are valid in a partition
 * alone.
 */
final class PartitionForeignKeys {
  private PartitionForeignKeys() {}

  /** Statements for after a partitioned table's key is made. */
  static List<String> below(Relation table, Constraint key, Comments comments) {
    return below(table, key, key, comments);
  }

  private static List<String> below(
      Relation table, Constraint key, Constraint root, Comments comments) {
    List<String> statements = new ArrayList<>();
    for (Relation child : table.children) {
      for (Constraint same : child.constraints) {
        if (same.type == 'f' && same.parent == key.row.oid()) {
          statements.addAll(named(child, same, root));
          if (same.validated && !key.validated) {
            statements.add(alter(child) + "VALIDATE CONSTRAINT " + same.quoted());
          }
          statements.addAll(Constraints.comments(child, same, comments));
          statements.addAll(below(child, same, root, comments));
        }
      }
    }
    return statements;
  }

  /** The server gives it the name of the first, unless the partition has another of that name. */
  private static List<String> named(Relation child, Constraint same, Constraint root) {
    boolean free = child.constraints.stream().noneMatch(other -> other.name.equals(root.name));
    return free
        ? List.of(alter(child) + "RENAME CONSTRAINT " + root.quoted() + " TO " + same.quoted())
        : List.of();
  }

  private static String alter(Relation table) {
    return "ALTER TABLE " + table.quoted() + " ";
  }
}
