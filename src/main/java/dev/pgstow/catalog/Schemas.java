package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/** Schemas. Of {@code public}, which every database has, only what differs from a new one's. */
final class Schemas implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "schemas",
            """
            SELECT oid, nspname, nspowner = 10 AS bootstrap, pg_get_userbyid(nspowner) AS owner, nspacl::text[] AS acl,
              acldefault('n', nspowner)::text[] AS acldefault
            FROM pg_namespace
            WHERE (oid >= 16384 OR nspname = 'public')
              AND nspname !~ '^pg_(toast_)?temp_'
            """,
            row -> {
              if (row.oid("oid") < 16384) {
                standard(reading, row);
              } else {
                made(reading, row);
              }
            });
  }

  private static void made(Reading reading, Row row) {
    String name = row.text("nspname");
    ObjectIdentity identity = identity(name);
    Address address = SystemCatalog.NAMESPACE.row(row.oid("oid"));
    if (!name.startsWith("pg_") && reading.admits(identity, Optional.of(name), address, address)) {
      String quoted = Names.quote(name);
      reading.add(
          new Node(identity)
              .makes(address)
              .create("CREATE SCHEMA " + quoted)
              .create(
                  reading
                      .belongings()
                      .of(address, "SCHEMA", quoted, row.text("owner"), Acl.of(row)))
              .drop("DROP SCHEMA " + quoted));
    }
  }

  /** The one initdb makes. */
  private static void standard(Reading reading, Row row) {
    Address address = SystemCatalog.NAMESPACE.row(row.oid("oid"));
    String owner = row.text("owner");
    boolean since15 = reading.major() >= 15;
    boolean firstOwner = since15 ? owner.equals("pg_database_owner") : row.flag("bootstrap");
    Node node = new Node(identity("public")).makes(address);
    Belongings belongings = reading.belongings();
    if (!firstOwner) {
      node.create(belongings.owner("SCHEMA", "public", owner));
    }
    Optional<String> comment = reading.comments().comment(address);
    List<String> statements = reading.comments().on(address, "SCHEMA", "public");
    if (comment.isEmpty()) {
      node.create("COMMENT ON SCHEMA public IS NULL");
    } else if (comment.get().equals("standard public schema")) {
      statements = statements.subList(1, statements.size());
    }
    node.create(statements);
    Acl acl = Acl.of(row).from(List.of(owner + "=UC/" + owner, (since15 ? "=U/" : "=UC/") + owner));
    node.create(belongings.privileges(address, "SCHEMA", "public", owner, acl));
    if (!node.create().isEmpty() && reading.scope().wants(Optional.of("public"))) {
      reading.addUncounted(node);
    }
  }

  private static ObjectIdentity identity(String name) {
    return new ObjectIdentity(ObjectKind.SCHEMA, Optional.empty(), name, "");
  }
}
