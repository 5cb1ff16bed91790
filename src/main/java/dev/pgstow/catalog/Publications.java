package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publications with what they publish. */
final class Publications implements KindReader {
  /**
   * A table or schema of a publication, and the row that says so.
   *
   * @param name for a note
   */
  private record Part(Address row, String schema, String name, String clause) {}

  @Override
  public void read(Reading reading) {
    Queries queries = reading.queries();
    Map<Long, List<Part>> parts = parts(queries);
    queries.each(
        "publications",
        """
        SELECT oid, pubname, pg_get_userbyid(pubowner) AS owner, puballtables, pubinsert, pubupdate,
          pubdelete, pubtruncate, pubviaroot,
        """
            + queries.since(18, "pubgencols", "'n'::\"char\"")
            + " AS generated FROM pg_publication WHERE oid >= 16384",
        row -> {
          ObjectIdentity identity =
              new ObjectIdentity(ObjectKind.PUBLICATION, Optional.empty(), row.text("pubname"), "");
          Address address = SystemCatalog.PUBLICATION.row(row.oid("oid"));
          if (reading.admits(identity, address)) {
            reading.add(
                node(
                    reading, row, identity, address, parts.getOrDefault(address.oid(), List.of())));
          }
        });
  }

  private static Node node(
      Reading reading, Row row, ObjectIdentity identity, Address address, List<Part> parts) {
    String name = Names.quote(identity.name());
    Node node =
        new Node(identity)
            .makes(address)
            .create(
                "CREATE PUBLICATION "
                    + name
                    + (row.flag("puballtables") ? " FOR ALL TABLES" : "")
                    + " WITH ("
                    + options(row)
                    + ")");
    for (Part part : parts) {
      if (reading.scope().wants(Optional.of(part.schema))) {
        node.makes(part.row);
        node.create("ALTER PUBLICATION " + name + " ADD " + part.clause);
      } else {
        reading.note(
            "The publication " + name + " is without " + part.name + ", which was not asked for.");
      }
    }
    return node.create(reading.belongings().owned(address, "PUBLICATION", name, row.text("owner")))
        .drop("DROP PUBLICATION " + name);
  }

  private static String options(Row row) {
    List<String> actions = new ArrayList<>();
    for (String action : List.of("insert", "update", "delete", "truncate")) {
      if (row.flag("pub" + action)) {
        actions.add(action);
      }
    }
    return "publish = '"
        + String.join(", ", actions)
        + "'"
        + (row.flag("pubviaroot") ? ", publish_via_partition_root = true" : "")
        + (row.letter("generated") == 's' ? ", publish_generated_columns = stored" : "");
  }

  private static Map<Long, List<Part>> parts(Queries queries) {
    Map<Long, List<Part>> parts = new HashMap<>();
    boolean filters = queries.major() >= 15;
    queries.each(
        "published tables",
        "SELECT r.oid, r.prpubid, n.nspname, c.relname, "
            + (filters
                ? """
                pg_get_expr(r.prqual, r.prrelid) AS filter,
                (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                  WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])) AS columns
                """
                : "NULL::text AS filter, NULL::text[] AS columns")
            + """
             FROM pg_publication_rel r
              JOIN pg_class c ON c.oid = r.prrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
            ORDER BY n.nspname, c.relname
            """,
        row -> {
          String table = Names.qualified(row.text("nspname"), row.text("relname"));
          parts
              .computeIfAbsent(row.oid("prpubid"), p -> new ArrayList<>())
              .add(
                  new Part(
                      SystemCatalog.PUBLICATION_REL.row(row.oid("oid")),
                      row.text("nspname"),
                      "the table " + table,
                      "TABLE ONLY "
                          + table
                          + (row.optional("columns").isPresent()
                              ? " (" + Names.list(row.list("columns")) + ")"
                              : "")
                          + row.optional("filter")
                              .map(filter -> " WHERE (" + filter + ")")
                              .orElse("")));
        });
    if (filters) {
      queries.each(
          "published schemas",
          """
          SELECT p.oid, p.pnpubid, n.nspname
          FROM pg_publication_namespace p JOIN pg_namespace n ON n.oid = p.pnnspid
          ORDER BY n.nspname
          """,
          row -> {
            String schema = Names.quote(row.text("nspname"));
            parts
                .computeIfAbsent(row.oid("pnpubid"), p -> new ArrayList<>())
                .add(
                    new Part(
                        SystemCatalog.PUBLICATION_NAMESPACE.row(row.oid("oid")),
                        row.text("nspname"),
                        "the schema " + schema,
                        "TABLES IN SCHEMA " + schema));
          });
    }
    return parts;
  }
}
