package dev.pgstow.catalog;

import java.util.Optional;

/** Extensions. Their members come with them; those built into every database are left alone. */
final class Extensions implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "extensions",
            """
            SELECT e.oid, e.extname, e.extversion, n.nspname
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.oid >= 16384
            """,
            row -> {
              String name = row.text("extname");
              ObjectIdentity identity =
                  new ObjectIdentity(ObjectKind.EXTENSION, Optional.empty(), name, "");
              Address address = SystemCatalog.EXTENSION.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.quote(identity.name());
    Node node =
        new Node(identity)
            .makes(address)
            .create(
                "CREATE EXTENSION IF NOT EXISTS "
                    + name
                    + " WITH SCHEMA "
                    + Names.quote(row.text("nspname"))
                    + " VERSION "
                    + Names.literal(row.text("extversion")))
            .create(reading.comments().on(address, "EXTENSION", name))
            .drop("DROP EXTENSION " + name);
    return node;
  }
}
