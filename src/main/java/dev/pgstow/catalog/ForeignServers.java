package dev.pgstow.catalog;

import java.util.List;
import java.util.Optional;

/** Foreign servers. */
final class ForeignServers implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "foreign servers",
            """
            SELECT s.oid, s.srvname, pg_get_userbyid(s.srvowner) AS owner, s.srvacl::text[] AS acl,
              acldefault('S', s.srvowner)::text[] AS acldefault, s.srvoptions, s.srvtype,
              s.srvversion, w.fdwname
            FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            WHERE s.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.FOREIGN_SERVER, Optional.empty(), row.text("srvname"), "");
              Address address = SystemCatalog.FOREIGN_SERVER.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.quote(identity.name());
    List<String> options = Secrets.without(row.list("srvoptions"), reading, identity);
    Belongings belongings = reading.belongings();
    String owner = row.text("owner");
    return new Node(identity)
        .makes(address)
        .create(
            "CREATE SERVER "
                + name
                + row.optional("srvtype").map(t -> " TYPE " + Names.literal(t)).orElse("")
                + row.optional("srvversion").map(v -> " VERSION " + Names.literal(v)).orElse("")
                + " FOREIGN DATA WRAPPER "
                + Names.quote(row.text("fdwname"))
                + (options.isEmpty() ? "" : " " + Settings.options(options)))
        .create(belongings.owned(address, "SERVER", name, owner))
        .create(belongings.privileges(address, "FOREIGN SERVER", name, owner, Acl.of(row)))
        .drop("DROP SERVER " + name);
  }
}
