package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs in the foreign keys that partitions have from a partitioned table: names given
 * before the partition was attached, comments, and from 18 on keys that are valid in a partition
 * alone.
 */
final class PartitionForeignKeys {
  private PartitionForeignKeys() {}

  /**
   * Makes a key of a partitioned table, and below it what partitions have of it.
   *
   * @param statement what makes it
   */
  static void make(Node node, Relation table, Constraint key, String statement, Comments comments) {
    List<Aside> aside = new ArrayList<>();
    for (Relation child : table.descendants()) {
      node.needs(child.row);
      for (Constraint other : child.constraints) {
        if (other.name.equals(key.name) && has(child, key)) {
          before(child, other, key)
              .ifPresent(
                  row -> {
                    node.needs(row);
                    aside.add(new Aside(child, other, free(child)));
                  });
        }
      }
    }
    aside.forEach(one -> node.create(rename(one.table, one.constraint.quoted(), one.name)));
    node.create(statement);
    node.create(below(table, key, key, comments));
    aside.forEach(one -> node.create(rename(one.table, one.name, one.constraint.quoted())));
  }

  /** What makes room for a key. */
  private record Aside(Relation table, Constraint constraint, String name) {}

  /** What makes a constraint that has the key's name in a partition, if that is made first. */
  private static Optional<Address> before(Relation table, Constraint other, Constraint key) {
    if (comesWithTable(table, other)) {
      return Optional.of(other.row);
    }
    return other.type == 'f' && other.parent != 0 && precedes(root(table, other), key)
        ? Optional.of(root(table, other).row)
        : Optional.empty();
  }

  /** Of two keys of a table that have each other's name in partitions one is the first. */
  private static boolean precedes(Constraint one, Constraint other) {
    return one.relation == other.relation && one.name.compareTo(other.name) < 0;
  }

  /** Inherited ones are renamed with their parent's. */
  private static boolean comesWithTable(Relation table, Constraint constraint) {
    return (constraint.isCheck() || constraint.isNotNull())
        && constraint.validated
        && table.parents.stream()
            .flatMap(parent -> parent.constraints.stream())
            .noneMatch(
                above -> above.name.equals(constraint.name) && above.type == constraint.type);
  }

  private static boolean has(Relation table, Constraint key) {
    return table.constraints.stream().anyMatch(own -> isOf(table, own, key));
  }

  private static String free(Relation table) {
    Set<String> taken = new HashSet<>();
    table.constraints.forEach(one -> taken.add(one.name));
    table.descendants().forEach(child -> child.constraints.forEach(one -> taken.add(one.name)));
    String name = "aside";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  /**
   * Keys from above that a constraint of a partition waits for: before, it would take the name they
   * first have there, or they would take it for theirs.
   */
  static Set<Address> above(Relation table, Constraint constraint) {
    Set<Address> keys = new LinkedHashSet<>();
    for (Constraint own : table.constraints) {
      if (own != constraint && own.type == 'f' && own.parent != 0) {
        Constraint root = root(table, own);
        boolean alike = constraint.parent == 0 && constraint.definition.equals(own.definition);
        boolean namesake =
            root.name.equals(constraint.name) && !precedes(root(table, constraint), root);
        if (alike || namesake) {
          keys.add(root.row);
        }
      }
    }
    if (constraint.type == 'f' && table.isPartitioned()) {
      for (Relation child : table.children) {
        child.constraints.stream()
            .filter(own -> own.parent == constraint.row.oid())
            .forEach(own -> keys.addAll(above(child, own)));
      }
    }
    return keys;
  }

  private static boolean isOf(Relation table, Constraint own, Constraint key) {
    return own.type == 'f' && own.parent != 0 && root(table, own) == key;
  }

  /** The partitioned table's key that gave a partition its own. */
  private static Constraint root(Relation table, Constraint own) {
    for (Relation parent : table.parents) {
      for (Constraint above : parent.constraints) {
        if (above.row.oid() == own.parent) {
          return root(parent, above);
        }
      }
    }
    return own;
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

  /** The server gives it the name of the first. */
  private static List<String> named(Relation child, Constraint same, Constraint root) {
    return same.name.equals(root.name)
        ? List.of()
        : List.of(rename(child, root.quoted(), same.quoted()));
  }

  private static String rename(Relation table, String from, String to) {
    return alter(table) + "RENAME CONSTRAINT " + from + " TO " + to;
  }

  private static String alter(Relation table) {
    return "ALTER TABLE " + table.quoted() + " ";
  }
}
