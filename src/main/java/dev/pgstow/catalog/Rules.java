package dev.pgstow.catalog;

/** Rewrite rules, except what a view shows. */
final class Rules implements KindReader {
  private final Relations relations;

  Rules(Relations relations) {
    this.relations = relations;
  }

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "rules",
            """
            SELECT r.oid, r.ev_class, r.rulename, r.ev_enabled, pg_get_ruledef(r.oid) AS definition
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
            WHERE r.oid >= 16384 AND c.relpersistence <> 't'
              AND NOT (r.rulename = '_RETURN' AND c.relkind IN ('v', 'm'))
            """,
            row ->
                relations.get(row.oid("ev_class")).ifPresent(table -> read(reading, row, table)));
  }

  private static void read(Reading reading, Row row, Relation table) {
    ObjectIdentity identity = table.part(ObjectKind.RULE, row.text("rulename"));
    Address address = SystemCatalog.REWRITE.row(row.oid("oid"));
    if (!reading.admits(identity, address, table.row)) {
      return;
    }
    String name = Names.quote(row.text("rulename"));
    String on = name + " ON " + table.quoted();
    String definition = row.text("definition").stripTrailing();
    Node node =
        new Node(identity)
            .makes(address)
            .create(
                definition.endsWith(";")
                    ? definition.substring(0, definition.length() - 1)
                    : definition);
    String state =
        switch (row.letter("ev_enabled")) {
          case 'D' -> "DISABLE";
          case 'A' -> "ENABLE ALWAYS";
          case 'R' -> "ENABLE REPLICA";
          default -> "";
        };
    if (!state.isEmpty()) {
      node.create("ALTER TABLE " + table.quoted() + " " + state + " RULE " + name);
    }
    node.create(reading.comments().on(address, "RULE", on)).drop("DROP RULE " + on);
    reading.add(node);
  }
}
