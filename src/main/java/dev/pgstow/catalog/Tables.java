package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables of all sorts: ordinary, partitioned, partitions, foreign. */
final class Tables implements KindReader {
  private static final int SET_EXPRESSION_SINCE = 17;

  private final Relations relations;
  private final ForeignTables foreign;
  private final Sequences sequences;

  Tables(Relations relations, ForeignTables foreign, Sequences sequences) {
    this.relations = relations;
    this.foreign = foreign;
    this.sequences = sequences;
  }

  @Override
  public void read(Reading reading) {
    for (Relation table : relations.all()) {
      if (table.isTable() && reading.admits(table.identity(), table.row)) {
        Inheritance inheritance = new Inheritance(table);
        if (inheritance.reorders()) {
          reading.note(
              "The columns of "
                  + table.quoted()
                  + " will follow those it inherits; PostgreSQL has no way to make their present"
                  + " order.");
        }
        Set<Address> late =
            table.constraints.stream()
                .filter(inheritance::casts)
                .map(check -> check.row)
                .collect(Collectors.toUnmodifiableSet());
        reading.add(node(reading, table, inheritance, late));
        apart(reading, table, late).forEach(reading::addUncounted);
      }
    }
  }

  private Node node(Reading reading, Relation table, Inheritance inheritance, Set<Address> apart) {
    Node node = new Node(table.identity()).makes(table.row);
    Set<Address> parts = new HashSet<>();
    for (Column column : table.columns) {
      column
          .defaultRow
          .filter(row -> !apart.contains(row))
          .ifPresent(
              row -> {
                node.makes(row);
                if (!column.isGenerated() || canChange(reading, column)) {
                  parts.add(row);
                }
              });
    }
    for (Constraint check : table.constraints) {
      boolean inside = check.isCheck() ? inheritance.names(check) : check.isNotNull();
      if (inside && !apart.contains(check.row)) {
        node.makes(check.row);
        if (check.isCheck()) {
          parts.add(check.row);
        }
      }
    }
    statements(reading, table, inheritance, apart, node);
    return node.splits(
        Node.Ease.PART,
        causes -> {
          Set<Address> wider = new HashSet<>(causes);
          wider.retainAll(parts);
          if (wider.isEmpty()) {
            return Optional.empty();
          }
          List<Node> split = new ArrayList<>(apart(reading, table, wider));
          wider.addAll(apart);
          split.add(node(reading, table, inheritance, wider));
          return Optional.of(split);
        });
  }

  /** Whether the expression can be set later. */
  private static boolean canChange(Reading reading, Column column) {
    return column.generated == 's' && reading.major() >= SET_EXPRESSION_SINCE;
  }

  private void statements(
      Reading reading, Relation table, Inheritance inheritance, Set<Address> apart, Node node) {
    Belongings belongings = reading.belongings();
    ColumnStatements columns = new ColumnStatements(table);
    node.create(ColumnStatements.alike(table, inheritance, false));
    node.create(new TableBody(table, inheritance, foreign.of(table)).sql(apart));
    node.create(ColumnStatements.alike(table, inheritance, true));
    if (inheritance.standsAlone()) {
      table.parents.forEach(
          parent -> node.create("ALTER TABLE " + table.quoted() + " INHERIT " + parent.quoted()));
    }
    node.create(columns.inherited(inheritance, apart));
    node.create(columns.storage(inheritance));
    node.create(table.replicaIdentity());
    node.create(sequences.identities(reading, table));
    node.create(belongings.owner(table.keyword(), table.quoted(), table.owner));
    for (String sequence : sequences.ownedBy(table, node)) {
      node.drop("ALTER SEQUENCE " + sequence + " OWNED BY NONE");
    }
    if (table.partition && !table.parents.isEmpty()) {
      node.create(
          "ALTER TABLE ONLY "
              + table.parents.get(0).quoted()
              + " ATTACH PARTITION "
              + table.quoted()
              + " "
              + table.partitionBound.orElse(""));
    }
    if (table.rowSecurity) {
      node.create("ALTER TABLE " + table.quoted() + " ENABLE ROW LEVEL SECURITY");
    }
    if (table.forcedRowSecurity) {
      node.create("ALTER TABLE ONLY " + table.quoted() + " FORCE ROW LEVEL SECURITY");
    }
    node.create(belongings.comments().on(table.row, table.keyword(), table.quoted()));
    Constraints.comment(node, table, inheritance, apart, belongings.comments());
    node.create(belongings.privileges(table.row, "TABLE", table.quoted(), table.owner, table.acl));
    node.create(belongings.rowType(table));
    node.create(columns.belongings(belongings));
    node.drop("DROP " + table.keyword() + " " + table.quoted());
  }

  /** Defaults and checks of a table, each on its own. */
  private static List<Node> apart(Reading reading, Relation table, Set<Address> rows) {
    List<Node> nodes = new ArrayList<>();
    for (Column column : table.columns) {
      column
          .defaultRow
          .filter(rows::contains)
          .ifPresent(row -> nodes.add(Defaults.node(table, column, row)));
    }
    for (Constraint check : table.constraints) {
      if (rows.contains(check.row)) {
        nodes.add(
            Constraints.check(table, check)
                .create(Constraints.comments(table, check, reading.comments())));
      }
    }
    return nodes;
  }
}
