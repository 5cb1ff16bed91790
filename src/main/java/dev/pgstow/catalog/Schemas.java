package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Schemas. Of the one called {@code public}, which every new database has, only what differs from a
 * new one's, whoever made it; the one initdb made is like any other once it has another name.
 */
final class Schemas implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "schemas",
            """
            SELECT oid, nspname, nspowner = 10 AS bootstrap,
              pg_get_userbyid(10) AS superuser, pg_get_userbyid(nspowner) AS owner, nspacl::text[] AS acl,
              acldefault('n', nspowner)::text[] AS acldefault
            FROM pg_namespace
            WHERE (oid >= 16384 OR oid = 2200 OR nspname = 'public')
              AND nspname !~ '^pg_(toast_)?temp_'
            """,
            row -> {
              if (row.text("nspname").equals("public")) {
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
    if (name.startsWith("pg_")) {
      return;
    }
    String quoted = Names.quote(name);
    Node node =
        new Node(identity)
            .makes(address)
            .create("CREATE SCHEMA " + quoted)
            .create(
                reading.belongings().of(address, "SCHEMA", quoted, row.text("owner"), Acl.of(row)))
            .drop("DROP SCHEMA " + quoted);
    if (reading.admits(identity, Optional.of(name), address, address)) {
      reading.add(node);
    } else if (!reading.members().has(address)) {
      reading.addOnDemand(node);
    }
  }

  /** The one a new database has. */
  private static void standard(Reading reading, Row row) {
    Address address = SystemCatalog.NAMESPACE.row(row.oid("oid"));
    String owner = row.text("owner");
    boolean since15 = reading.major() >= 15;
    boolean firstOwner = since15 ? owner.equals("pg_database_owner") : row.flag("bootstrap");
    Node node = new Node(identity("public")).makes(address);
    Belongings belongings = reading.belongings();
    if (!firstOwner) {
      node.create(belongings.owner("SCHEMA", "public", owner));
      belongings
          .owner("SCHEMA", "public", since15 ? "pg_database_owner" : row.text("superuser"))
          .forEach(node::drop);
    }
    comment(reading.comments(), address, node);
    Acl acl = Acl.of(row).from(first(owner, since15));
    node.create(belongings.change("SCHEMA", "public", owner, acl));
    belongings.change("SCHEMA", "public", owner, acl.reversed()).forEach(node::drop);
    if (!node.create().isEmpty() && reading.scope().wants(Optional.of("public"))) {
      reading.addUncounted(node);
    }
  }

  private static void comment(Comments comments, Address address, Node node) {
    String first = "standard public schema";
    boolean changed = !comments.comment(address).filter(first::equals).isPresent();
    List<String> statements = comments.on(address, "SCHEMA", "public");
    if (changed) {
      if (comments.comment(address).isEmpty()) {
        node.create("COMMENT ON SCHEMA public IS NULL");
      }
      node.drop("COMMENT ON SCHEMA public IS " + Names.literal(first));
    }
    node.create(changed ? statements : statements.subList(1, statements.size()));
  }

  /** What initdb grants. */
  private static List<String> first(String owner, boolean since15) {
    String role = owner.matches("[A-Za-z0-9_]+") ? owner : '"' + owner.replace("\"", "\"\"") + '"';
    return List.of(role + "=UC/" + role, (since15 ? "=U/" : "=UC/") + role);
  }

  private static ObjectIdentity identity(String name) {
    return new ObjectIdentity(ObjectKind.SCHEMA, Optional.empty(), name, "");
  }
}
