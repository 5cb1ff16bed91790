package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sequences; those of identity columns come with their tables. */
final class Sequences implements KindReader {
  /** Before, sequences had no persistence of their own that could be changed. */
  private static final int UNLOGGED_SINCE = 15;

  private final List<Sequence> sequences = new ArrayList<>();
  private final Map<Long, List<Sequence>> byTable = new HashMap<>();
  private final Relations relations;

  Sequences(Queries queries, Relations relations) {
    this.relations = relations;
    queries.each(
        "sequences",
        """
        SELECT s.seqrelid, format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement,
          s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.refobjid, d.refobjsubid, d.deptype
        FROM pg_sequence s
          LEFT JOIN pg_depend d ON d.classid = 1259 AND d.objid = s.seqrelid AND d.objsubid = 0
            AND d.refclassid = 1259 AND d.deptype IN ('a', 'i')
        """,
        row ->
            relations
                .get(row.oid("seqrelid"))
                .ifPresent(relation -> sequences.add(new Sequence(relation, row))));
    sequences.sort(Comparator.comparing(sequence -> sequence.relation.quoted()));
    for (Sequence sequence : sequences) {
      byTable.computeIfAbsent(sequence.table, oid -> new ArrayList<>()).add(sequence);
    }
  }

  @Override
  public void read(Reading reading) {
    for (Sequence sequence : sequences) {
      Relation relation = sequence.relation;
      if (reading.admits(relation.identity(), relation.row)) {
        if (sequence.identity) {
          reading.written(ObjectKind.SEQUENCE);
        } else {
          reading.add(node(reading, sequence));
        }
      }
    }
  }

  private Node node(Reading reading, Sequence sequence) {
    Relation relation = sequence.relation;
    Node node =
        new Node(relation.identity())
            .makes(relation.row)
            .create(create(sequence))
            .create(belongings(reading, relation, true))
            .drop("DROP SEQUENCE " + relation.quoted());
    // Even a view's column can own one; a table says so itself.
    relations
        .get(sequence.table)
        .filter(owner -> !owner.isTable())
        .ifPresent(owner -> own(owner, sequence, node.needs(owner.row)));
    return node;
  }

  /** Statements that make identity columns of a table's columns. */
  List<String> identities(Reading reading, Relation table) {
    List<String> statements = new ArrayList<>();
    for (Sequence sequence : of(table)) {
      if (sequence.identity) {
        column(table, sequence)
            .ifPresent(
                column -> {
                  statements.add(identity(table, column, sequence));
                  if (!sequence.type.equals(column.type)) {
                    statements.add(retyped(sequence));
                  }
                  if (reading.major() >= UNLOGGED_SINCE
                      && sequence.relation.persistence != table.persistence) {
                    statements.add(
                        "ALTER SEQUENCE "
                            + sequence.relation.quoted()
                            + (sequence.relation.persistence == 'u'
                                ? " SET UNLOGGED"
                                : " SET LOGGED"));
                  }
                  statements.addAll(belongings(reading, sequence.relation, false));
                });
      }
    }
    return statements;
  }

  /** Makes sequences a column's own; returns which. */
  List<String> ownedBy(Relation table, Node node) {
    List<String> owned = new ArrayList<>();
    for (Sequence sequence : of(table)) {
      if (!sequence.identity) {
        String name = sequence.relation.quoted();
        node.needs(sequence.relation.row);
        own(table, sequence, node);
        owned.add(name);
      }
    }
    return owned;
  }

  private List<Sequence> of(Relation table) {
    return byTable.getOrDefault(table.oid, List.of());
  }

  private static void own(Relation table, Sequence sequence, Node node) {
    column(table, sequence)
        .ifPresent(
            column ->
                node.create(
                    "ALTER SEQUENCE "
                        + sequence.relation.quoted()
                        + " OWNED BY "
                        + table.quoted()
                        + "."
                        + column.quoted()));
  }

  private static String create(Sequence sequence) {
    return "CREATE "
        + (sequence.relation.persistence == 'u' ? "UNLOGGED " : "")
        + "SEQUENCE "
        + sequence.relation.quoted()
        + "\n    "
        + sequence.options("\n    ");
  }

  private static String identity(Relation table, Column column, Sequence sequence) {
    return "ALTER TABLE "
        + table.quoted()
        + " ALTER COLUMN "
        + column.quoted()
        + " ADD GENERATED "
        + (column.identity == 'a' ? "ALWAYS" : "BY DEFAULT")
        + " AS IDENTITY (\n    SEQUENCE NAME "
        + sequence.relation.quoted()
        + (sequence.type.equals(column.type) ? "\n    " + sequence.options("\n    ") : "")
        + "\n)";
  }

  /** Makes it of a type that its column has not, as LIKE does with what is no bigint. */
  private static String retyped(Sequence sequence) {
    return "ALTER SEQUENCE "
        + sequence.relation.quoted()
        + "\n    AS "
        + sequence.type
        + "\n    "
        + sequence.options("\n    ")
        + "\n    RESTART";
  }

  private static List<String> belongings(Reading reading, Relation relation, boolean owner) {
    Belongings belongings = reading.belongings();
    List<String> statements = new ArrayList<>();
    if (owner) {
      statements.addAll(belongings.owner("SEQUENCE", relation.quoted(), relation.owner));
    }
    statements.addAll(belongings.comments().on(relation.row, "SEQUENCE", relation.quoted()));
    statements.addAll(
        belongings.privileges(
            relation.row, "SEQUENCE", relation.quoted(), relation.owner, relation.acl));
    return statements;
  }

  private static Optional<Column> column(Relation table, Sequence sequence) {
    return table.columns.stream().filter(c -> c.number == sequence.column).findFirst();
  }
}
