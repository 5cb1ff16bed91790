package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Extensions. Their members come with them; those built into every database are left alone. */
final class Extensions implements KindReader {
  private final Map<Long, Node> nodes = new HashMap<>();

  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "extensions",
            """
            SELECT e.oid, e.extname, e.extversion, n.nspname
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            -- Made again, it still is what every database has.
            WHERE e.oid >= 16384 AND e.extname <> 'plpgsql'
            """,
            row -> {
              String name = row.text("extname");
              ObjectIdentity identity =
                  new ObjectIdentity(ObjectKind.EXTENSION, Optional.empty(), name, "");
              Address address = SystemCatalog.EXTENSION.row(row.oid("oid"));
              Node node = node(reading, row, identity, address);
              nodes.put(row.oid("oid"), node);
              if (reading.admits(identity, address)) {
                reading.add(node);
              } else {
                reading.addOnDemand(node);
              }
            });
  }

  /** CREATE EXTENSION gives it one, which may have been taken away. */
  private static List<String> comment(Comments comments, Address address, String name) {
    List<String> statements = new ArrayList<>(comments.on(address, "EXTENSION", name));
    if (comments.comment(address).isEmpty()) {
      statements.add(0, "COMMENT ON EXTENSION " + name + " IS NULL");
    }
    return statements;
  }

  /** By OID, once they are read. */
  Map<Long, Node> nodes() {
    return nodes;
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.quote(identity.name());
    return new Node(identity)
        .makes(address)
        .create(
            "CREATE EXTENSION IF NOT EXISTS "
                + name
                + " WITH SCHEMA "
                + Names.quote(row.text("nspname"))
                + " VERSION "
                + Names.literal(row.text("extversion")))
        .create(comment(reading.comments(), address, name))
        .drop("DROP EXTENSION " + name);
  }
}
