package dev.pgstow.catalog;

import java.util.List;

/** Row-level security policies. */
final class Policies implements KindReader {
  private static final String QUERY =
      """
      SELECT p.oid, p.polrelid, p.polname, p.polcmd, p.polpermissive,
        ARRAY(SELECT pg_get_userbyid(r)::text FROM unnest(p.polroles) r WHERE r <> 0 ORDER BY 1)
          AS roles,
        pg_get_expr(p.polqual, p.polrelid) AS qualifier,
        pg_get_expr(p.polwithcheck, p.polrelid) AS withcheck
      FROM pg_policy p WHERE p.oid >= 16384
      """;

  private final Relations relations;

  Policies(Relations relations) {
    this.relations = relations;
  }

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "policies",
            QUERY,
            row ->
                relations.get(row.oid("polrelid")).ifPresent(table -> read(reading, row, table)));
  }

  private static void read(Reading reading, Row row, Relation table) {
    ObjectIdentity identity = table.part(ObjectKind.POLICY, row.text("polname"));
    Address address = SystemCatalog.POLICY.row(row.oid("oid"));
    if (!reading.admits(identity, address, table.row)) {
      return;
    }
    String on = Names.quote(row.text("polname")) + " ON " + table.quoted();
    reading.add(
        new Node(identity)
            .makes(address)
            .create(create(row, on))
            .create(reading.comments().on(address, "POLICY", on))
            .drop("DROP POLICY " + on));
  }

  private static String create(Row row, String on) {
    String command =
        switch (row.letter("polcmd")) {
          case 'r' -> " FOR SELECT";
          case 'a' -> " FOR INSERT";
          case 'w' -> " FOR UPDATE";
          case 'd' -> " FOR DELETE";
          default -> "";
        };
    List<String> roles = row.list("roles");
    return "CREATE POLICY "
        + on
        + (row.flag("polpermissive") ? "" : " AS RESTRICTIVE")
        + command
        + (roles.isEmpty() ? "" : " TO " + Names.list(roles))
        + row.optional("qualifier").map(text -> " USING (" + text + ")").orElse("")
        + row.optional("withcheck").map(text -> " WITH CHECK (" + text + ")").orElse("");
  }
}
