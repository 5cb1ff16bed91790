package dev.pgstow.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Range types, with their multiranges. */
final class RangeTypes {
  private record Range(
      String options, Address multirange, String multirangeName, boolean granted) {}

  private final Map<Long, Range> ranges = new HashMap<>();

  RangeTypes(Queries queries) {
    queries.each(
        "range types",
        """
        SELECT r.rngtypid, format_type(r.rngsubtype, NULL) AS subtype, r.rngmultitypid,
          mn.nspname AS multinamespace, m.typname AS multiname,
          m.typacl IS DISTINCT FROM acldefault('T', m.typowner) AND m.typacl IS NOT NULL AS granted,
          CASE WHEN NOT o.opcdefault THEN o.opcname END AS opcname, onsp.nspname AS opcnamespace,
          l.collname, ln.nspname AS collnamespace,
          r.rngcanonical::text, r.rngsubdiff::text
        FROM pg_range r
          JOIN pg_type m ON m.oid = r.rngmultitypid
          JOIN pg_namespace mn ON mn.oid = m.typnamespace
          JOIN pg_type s ON s.oid = r.rngsubtype
          JOIN pg_opclass o ON o.oid = r.rngsubopc
          JOIN pg_namespace onsp ON onsp.oid = o.opcnamespace
          LEFT JOIN pg_collation l ON l.oid = r.rngcollation AND r.rngcollation <> s.typcollation
          LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        WHERE r.rngtypid >= 16384
        """,
        row -> ranges.put(row.oid("rngtypid"), range(row)));
  }

  private static Range range(Row row) {
    StringJoiner options = new StringJoiner(",\n    ");
    String multirange = Names.qualified(row.text("multinamespace"), row.text("multiname"));
    options.add("subtype = " + row.text("subtype"));
    options.add("multirange_type_name = " + multirange);
    row.optional("opcname")
        .ifPresent(
            name ->
                options.add(
                    "subtype_opclass = " + Names.qualified(row.text("opcnamespace"), name)));
    row.optional("collname")
        .ifPresent(
            name -> options.add("collation = " + Names.qualified(row.text("collnamespace"), name)));
    if (!row.text("rngcanonical").equals("-")) {
      options.add("canonical = " + row.text("rngcanonical"));
    }
    if (!row.text("rngsubdiff").equals("-")) {
      options.add("subtype_diff = " + row.text("rngsubdiff"));
    }
    return new Range(
        options.toString(),
        SystemCatalog.TYPE.row(row.oid("rngmultitypid")),
        multirange,
        row.flag("granted"));
  }

  Node node(Reading reading, TypeRow type) {
    Range range = ranges.get(type.address().oid());
    if (range == null) {
      return type.node();
    }
    if (range.granted && reading.belongings().hasPrivileges()) {
      // Until 16 the server takes them, later it refuses them.
      reading.note(
          "Privileges on the multirange type "
              + range.multirangeName
              + " are not carried: those on its range type count from PostgreSQL 17 on.");
    }
    String create = "CREATE TYPE " + type.quoted() + " AS RANGE (\n    " + range.options + "\n)";
    Node belongings =
        new Node(type.identity())
            .create(type.belongings(reading))
            .create(reading.comments().on(range.multirange, "TYPE", range.multirangeName));
    return whole(type, range, create, belongings.create(), "")
        .splits(
            Node.Ease.TYPE,
            causes -> {
              Node shell = type.shell();
              return Optional.of(
                  List.of(
                      shell,
                      whole(type, range, create, belongings.create(), " CASCADE").after(shell)));
            });
  }

  private static Node whole(
      TypeRow type, Range range, String create, List<String> belongings, String how) {
    return new Node(type.identity())
        .makes(type.address())
        .provides(range.multirange)
        .create(create)
        .create(belongings)
        .drop("DROP TYPE " + type.quoted() + how);
  }
}
