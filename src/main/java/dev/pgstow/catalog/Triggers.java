package dev.pgstow.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Triggers of tables, views and foreign tables. What a partition has from its parent comes with
 * that, except whether it fires and comments.
 */
final class Triggers implements KindReader {
  private static final String QUERY =
      """
      SELECT t.oid, t.tgrelid, t.tgname, t.tgconstraint, t.tgenabled, t.tgparentid, u.tgenabled AS parentenabled,
        CASE WHEN t.tgparentid = 0 THEN pg_get_triggerdef(t.oid, false) END AS definition
      FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid
        LEFT JOIN pg_trigger u ON u.oid = t.tgparentid
      WHERE t.oid >= 16384 AND c.relpersistence <> 't'
        AND (t.tgparentid <> 0 OR NOT t.tgisinternal)
        AND NOT EXISTS (SELECT FROM pg_constraint k
          WHERE k.oid = t.tgconstraint AND k.contype <> 't')
      ORDER BY t.oid
      """;

  private final Relations relations;

  Triggers(Relations relations) {
    this.relations = relations;
  }

  @Override
  public void read(Reading reading) {
    Map<Long, Node> nodes = new HashMap<>();
    reading
        .queries()
        .each(
            "triggers",
            QUERY,
            row ->
                relations
                    .get(row.oid("tgrelid"))
                    .ifPresent(
                        table -> {
                          if (row.oid("tgparentid") == 0) {
                            own(reading, row, table, nodes);
                          } else {
                            inherited(reading, row, table, nodes);
                          }
                        }));
  }

  private static void own(Reading reading, Row row, Relation table, Map<Long, Node> nodes) {
    String name = row.text("tgname");
    ObjectIdentity identity = table.part(ObjectKind.TRIGGER, name);
    Address address = SystemCatalog.TRIGGER.row(row.oid("oid"));
    if (!reading.admits(identity, address, table.row)) {
      return;
    }
    String on = Names.quote(name) + " ON " + table.quoted();
    Node node = new Node(identity).makes(address).create(row.text("definition"));
    if (row.letter("tgenabled") != 'O') {
      node.create(enable(row, table));
    }
    Address constraint = SystemCatalog.CONSTRAINT.row(row.oid("tgconstraint"));
    node.create(reading.belongings().unowned(address, "TRIGGER", on));
    node.create(reading.comments().on(constraint, "CONSTRAINT", on)).drop("DROP TRIGGER " + on);
    nodes.put(row.oid("oid"), node);
    reading.add(node);
  }

  private static void inherited(Reading reading, Row row, Relation table, Map<Long, Node> nodes) {
    Address address = SystemCatalog.TRIGGER.row(row.oid("oid"));
    String on = Names.quote(row.text("tgname")) + " ON " + table.quoted();
    List<String> belongings = reading.belongings().unowned(address, "TRIGGER", on);
    Optional.ofNullable(nodes.get(row.oid("tgparentid")))
        .ifPresent(
            root -> {
              nodes.put(row.oid("oid"), root);
              if (row.letter("tgenabled") != row.letter("parentenabled")) {
                root.needs(table.row).create(enable(row, table));
              }
              if (!belongings.isEmpty()) {
                root.needs(table.row).create(belongings);
              }
            });
  }

  private static String enable(Row row, Relation table) {
    String how =
        switch (row.letter("tgenabled")) {
          case 'D' -> "DISABLE";
          case 'A' -> "ENABLE ALWAYS";
          case 'R' -> "ENABLE REPLICA";
          default -> "ENABLE";
        };
    return ("ALTER " + (table.isForeign() ? "FOREIGN TABLE " : "TABLE ") + table.quoted())
        + (" " + how + " TRIGGER " + Names.quote(row.text("tgname")));
  }
}
