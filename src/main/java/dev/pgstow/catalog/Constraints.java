package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Constraints of tables. Checks and NOT NULLs come with the table unless they are not valid yet;
 * keys and foreign keys are objects of their own.
 */
final class Constraints implements KindReader {
  private final Relations relations;
  private final Indexes indexes;

  Constraints(Relations relations, Indexes indexes) {
    this.relations = relations;
    this.indexes = indexes;
  }

  @Override
  public void read(Reading reading) {
    for (Relation table : relations.all()) {
      for (Constraint constraint : table.constraints) {
        ObjectIdentity identity = table.part(ObjectKind.CONSTRAINT, constraint.name);
        if (reading.admits(identity, constraint.row, table.row)) {
          Optional<Node> node = node(reading, table, constraint);
          if (node.isPresent()) {
            reading.add(node.get());
          } else {
            reading.written(ObjectKind.CONSTRAINT);
          }
        }
      }
    }
  }

  private Optional<Node> node(Reading reading, Relation table, Constraint constraint) {
    Optional<Node> node =
        switch (constraint.type) {
          case 'c', 'n' ->
              constraint.validated || !constraint.local
                  ? Optional.<Node>empty()
                  : Optional.of(check(table, constraint));
          case 'f' ->
              constraint.parent != 0
                  ? Optional.<Node>empty()
                  : Optional.of(foreignKey(reading, table, constraint));
          default ->
              indexes.get(constraint.index).map(index -> key(reading, table, constraint, index));
        };
    node.ifPresent(n -> PartitionForeignKeys.above(table, constraint).forEach(n::needs));
    node.ifPresent(
        n ->
            n.create(comments(table, constraint, reading.comments()))
                .create(LateConstraints.below(table, constraint, reading.comments())));
    return node;
  }

  /** Gives a table's node the comments on constraints that come with it. */
  static void comment(
      Node node, Relation table, Inheritance inheritance, Set<Address> apart, Comments comments) {
    for (Constraint constraint : table.constraints) {
      boolean own =
          constraint.isCheck()
              ? inheritance.names(constraint) || constraint.validated
              : constraint.isNotNull() && constraint.validated;
      if (own && !apart.contains(constraint.row) && !LateConstraints.has(table, constraint)) {
        List<String> statements = comments(table, constraint, comments);
        node.create(statements);
        if (!statements.isEmpty() && !inheritance.names(constraint)) {
          above(table, constraint).forEach(node::needs);
        }
      }
    }
  }

  /** The checks from which a table may have its own: one of them may come after its table. */
  private static List<Address> above(Relation table, Constraint constraint) {
    List<Address> rows = new ArrayList<>();
    for (Relation parent : table.parents) {
      parent.constraints.stream()
          .filter(check -> check.isCheck() && check.name.equals(constraint.name))
          .forEach(check -> rows.add(check.row));
      rows.addAll(above(parent, constraint));
    }
    return rows;
  }

  /** A check on its own; it goes to all who inherit, so they come first. */
  static Node check(Relation table, Constraint constraint) {
    Node node =
        new Node(table.part(ObjectKind.CONSTRAINT, constraint.name))
            .makes(constraint.row)
            .needs(table.row)
            .create(
                ("ALTER TABLE " + table.quoted() + " ADD CONSTRAINT " + constraint.quoted())
                    + (" " + constraint.definition))
            .drop(drop(table, constraint));
    if (!constraint.validated) {
      table.descendants().forEach(child -> node.needs(child.row));
    }
    return node;
  }

  private static Node key(Reading reading, Relation table, Constraint constraint, Index index) {
    Node node =
        new Node(table.part(ObjectKind.CONSTRAINT, constraint.name))
            .makes(constraint.row)
            .provides(index.row);
    index.make(
        node,
        ("ALTER TABLE ONLY " + table.quoted() + " ADD CONSTRAINT " + constraint.quoted())
            + (" " + definition(constraint, index)),
        reading.belongings());
    index.complete(node);
    node.create(reading.belongings().unowned(index.row, "INDEX", index.quoted()));
    index.undo(node, drop(table, constraint));
    return node;
  }

  /** The server leaves out the storage options of keys. */
  private static String definition(Constraint constraint, Index index) {
    String with = Settings.with(index.options, List.of());
    if (with.isEmpty() || constraint.type == 'x') {
      return constraint.definition;
    }
    String deferral =
        (constraint.deferrable ? " DEFERRABLE" : "")
            + (constraint.deferred ? " INITIALLY DEFERRED" : "");
    String rest = constraint.definition;
    return rest.substring(0, rest.length() - deferral.length()) + " " + with + deferral;
  }

  private Node foreignKey(Reading reading, Relation table, Constraint constraint) {
    Node node =
        new Node(table.part(ObjectKind.CONSTRAINT, constraint.name))
            .makes(constraint.row)
            .drop(drop(table, constraint));
    String add = " ADD CONSTRAINT " + constraint.quoted() + " " + constraint.definition;
    if (table.isPartitioned()) {
      String statement = "ALTER TABLE " + table.quoted() + add;
      PartitionForeignKeys.make(node, table, constraint, statement, reading.comments());
    } else {
      node.create("ALTER TABLE ONLY " + table.quoted() + add);
    }
    relations
        .get(constraint.referenced)
        .filter(Relation::isPartitioned)
        .ifPresent(target -> target.descendants().forEach(child -> node.needs(child.row)));
    return node;
  }

  private static String drop(Relation table, Constraint constraint) {
    return "ALTER TABLE " + table.quoted() + " DROP CONSTRAINT " + constraint.quoted();
  }

  static List<String> comments(Relation table, Constraint constraint, Comments comments) {
    return comments.on(constraint.row, "CONSTRAINT", constraint.quoted() + " ON " + table.quoted());
  }
}
