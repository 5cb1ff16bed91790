package dev.pgstow.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Operators. Those named as commutator or negator before they are made come with who names them.
 */
final class Operators implements KindReader {
  private static final String QUERY =
      """
      SELECT o.oid, n.nspname, o.oprname, pg_get_userbyid(o.oprowner) AS owner,
        o.oprcode::text AS function, o.oprcode = 0 AS shell,
        CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END AS leftarg,
        CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) END AS rightarg,
        c.oprname AS commutator, cn.nspname AS commutatorschema,
        g.oprname AS negator, gn.nspname AS negatorschema,
        CASE WHEN c.oprcode = 0 THEN concat(quote_ident(cn.nspname), '.', c.oprname, ' (',
          format_type(c.oprleft, NULL), ', ', format_type(c.oprright, NULL), ')') END
          AS commutatorshell,
        CASE WHEN g.oprcode = 0 THEN concat(quote_ident(gn.nspname), '.', g.oprname, ' (',
          CASE WHEN g.oprleft = 0 THEN 'NONE' ELSE format_type(g.oprleft, NULL) END, ', ',
          format_type(g.oprright, NULL), ')') END AS negatorshell,
        o.oprcanmerge, o.oprcanhash, o.oprrest::text AS restrict, o.oprjoin::text AS joins,
        EXISTS (SELECT FROM pg_operator x
          WHERE (x.oprcom = o.oid OR x.oprnegate = o.oid) AND x.oprcode <> 0) AS named
      FROM pg_operator o
        JOIN pg_namespace n ON n.oid = o.oprnamespace
        LEFT JOIN pg_operator c ON c.oid = o.oprcom
        LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
        LEFT JOIN pg_operator g ON g.oid = o.oprnegate
        LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace
      WHERE o.oid >= 16384
      """;

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "operators",
            QUERY,
            row -> {
              String left = row.optional("leftarg").orElse("NONE");
              String right = row.optional("rightarg").orElse("NONE");
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.OPERATOR,
                      Optional.of(row.text("nspname")),
                      row.text("oprname"),
                      left + ", " + right);
              Address address = SystemCatalog.OPERATOR.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                add(reading, row, identity, address);
              }
            });
  }

  private static void add(Reading reading, Row row, ObjectIdentity identity, Address address) {
    if (row.flag("shell")) {
      if (row.flag("named")) {
        reading.written(ObjectKind.OPERATOR);
      } else {
        reading.omit(identity, "It was named as a commutator or negator and never made.");
      }
      return;
    }
    String name = Names.quote(row.text("nspname")) + "." + row.text("oprname");
    String signature = name + " (" + identity.qualifier() + ")";
    Node node =
        new Node(identity)
            .makes(address)
            .create("CREATE OPERATOR " + name + " (\n    " + options(row) + "\n)")
            .create(reading.belongings().owned(address, "OPERATOR", signature, row.text("owner")))
            .drop("DROP OPERATOR " + signature);
    // What it names and nobody made came with it.
    for (String other : new String[] {"commutatorshell", "negatorshell"}) {
      row.optional(other).ifPresent(shell -> node.drop("DROP OPERATOR IF EXISTS " + shell));
    }
    reading.add(node);
  }

  private static String options(Row row) {
    StringJoiner options = new StringJoiner(",\n    ");
    options.add("FUNCTION = " + row.text("function"));
    row.optional("leftarg").ifPresent(type -> options.add("LEFTARG = " + type));
    row.optional("rightarg").ifPresent(type -> options.add("RIGHTARG = " + type));
    for (String other : new String[] {"commutator", "negator"}) {
      row.optional(other)
          .ifPresent(
              name ->
                  options.add(
                      other.toUpperCase(Locale.ROOT)
                          + " = OPERATOR("
                          + Names.quote(row.text(other + "schema"))
                          + "."
                          + name
                          + ")"));
    }
    if (row.flag("oprcanmerge")) {
      options.add("MERGES");
    }
    if (row.flag("oprcanhash")) {
      options.add("HASHES");
    }
    if (!row.text("restrict").equals("-")) {
      options.add("RESTRICT = " + row.text("restrict"));
    }
    if (!row.text("joins").equals("-")) {
      options.add("JOIN = " + row.text("joins"));
    }
    return options.toString();
  }
}
