package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of pg_index. */
final class Index {
  final Address row;
  final String schema;
  final String name;
  final Relation table;
  final long parent;
  final boolean valid;
  final boolean backsConstraint;
  final String definition;
  final List<String> options;
  private final Optional<String> tablespace;
  private final boolean clustered;
  private final boolean replicaIdentity;
  private final List<String> statisticsColumns;
  private final List<String> statisticsTargets;
  private final List<String> forbidden;
  private final List<Index> children = new ArrayList<>();
  private final List<Index> before = new ArrayList<>();

  Index(Row from, Relation table) {
    row = SystemCatalog.CLASS.row(from.oid("oid"));
    schema = from.text("nspname");
    name = from.text("relname");
    this.table = table;
    parent = from.oid("inhparent");
    valid = from.flag("indisready") && (from.flag("indisvalid") || from.letter("relkind") == 'I');
    backsConstraint = from.flag("constrained");
    definition = from.text("definition");
    options = from.list("reloptions");
    tablespace = from.optional("spcname");
    clustered = from.flag("indisclustered");
    replicaIdentity = from.flag("indisreplident");
    statisticsColumns = from.list("statcolumns");
    statisticsTargets = from.list("stattargets");
    forbidden = from.list("forbidden");
  }

  void attach(Index child) {
    children.add(child);
  }

  /**
   * Sees another index of the same partitioned table. When that one is undone, partitions are
   * attached again, and the server then gives them all indexes they lack: so one that some
   * partitions lack is made later and undone earlier.
   */
  void beside(Index other) {
    if (table.isPartitioned() && children.size() < other.children.size()) {
      before.add(other);
    }
  }

  String quoted() {
    return Names.qualified(schema, name);
  }

  /**
   * Makes it. The server runs functions in it as the table's owner, who may have lost the right to
   * since it was made; it is lent.
   */
  void make(Node node, String statement, Belongings belongings) {
    List<String> lent =
        belongings.hasPrivileges() && belongings.hasOwners() ? forbidden : List.of();
    String owner = Names.quote(table.owner);
    lent.forEach(f -> node.create("GRANT EXECUTE ON FUNCTION " + f + " TO " + owner));
    node.create(statement);
    lent.forEach(f -> node.create("REVOKE EXECUTE ON FUNCTION " + f + " FROM " + owner));
  }

  /**
   * What is said after it is made, except comments. Of a partitioned table's index: it is valid
   * when all its partitions' indexes are attached, so they come first.
   */
  void complete(Node node) {
    tablespace.ifPresent(
        where -> node.create("ALTER INDEX " + quoted() + " SET TABLESPACE " + Names.quote(where)));
    for (Index child : children) {
      node.needs(child.row);
      node.create("ALTER INDEX " + quoted() + " ATTACH PARTITION " + child.quoted());
    }
    before.forEach(other -> node.needs(other.row));
    if (table.isPartitioned()) {
      table.descendants().forEach(below -> node.needs(below.row));
    }
    for (int i = 0; i < statisticsColumns.size(); i++) {
      node.create(
          "ALTER INDEX "
              + quoted()
              + " ALTER COLUMN "
              + statisticsColumns.get(i)
              + " SET STATISTICS "
              + statisticsTargets.get(i));
    }
    String alter = "ALTER TABLE ONLY " + table.quoted();
    if (clustered) {
      node.create(
          table.kind == 'm'
              ? "ALTER MATERIALIZED VIEW " + table.quoted() + " CLUSTER ON " + Names.quote(name)
              : alter + " CLUSTER ON " + Names.quote(name));
    }
    if (replicaIdentity) {
      node.create(alter + " REPLICA IDENTITY USING INDEX " + Names.quote(name));
    }
  }

  /**
   * Undoes it. An attached index can't stay when its parent goes, so partitions are detached while
   * it does.
   */
  void undo(Node node, String drop) {
    String alter = "ALTER TABLE ONLY " + table.quoted();
    if (replicaIdentity) {
      node.drop(alter + " REPLICA IDENTITY DEFAULT");
    }
    for (Index child : children) {
      node.drop(alter + " DETACH PARTITION " + child.table.quoted());
    }
    node.drop(drop);
    for (Index child : children) {
      node.drop(
          alter
              + " ATTACH PARTITION "
              + child.table.quoted()
              + " "
              + child.table.partitionBound.orElse(""));
    }
  }
}
