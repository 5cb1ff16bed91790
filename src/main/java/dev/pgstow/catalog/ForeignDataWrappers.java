package dev.pgstow.catalog;

import java.util.Optional;

/** Foreign-data wrappers. */
final class ForeignDataWrappers implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "foreign-data wrappers",
            """
            SELECT oid, fdwname, pg_get_userbyid(fdwowner) AS owner, fdwacl::text[] AS acl,
              acldefault('F', fdwowner)::text[] AS acldefault, fdwoptions,
              CASE WHEN fdwhandler <> 0 THEN fdwhandler::regproc::text END AS handler,
              CASE WHEN fdwvalidator <> 0 THEN fdwvalidator::regproc::text END AS validator
            FROM pg_foreign_data_wrapper WHERE oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.FOREIGN_DATA_WRAPPER, Optional.empty(), row.text("fdwname"), "");
              Address address = SystemCatalog.FOREIGN_DATA_WRAPPER.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.quote(identity.name());
    String options = Settings.options(Secrets.without(row.list("fdwoptions"), reading, identity));
    return new Node(identity)
        .makes(address)
        .create(
            "CREATE FOREIGN DATA WRAPPER "
                + name
                + row.optional("handler").map(f -> " HANDLER " + f).orElse("")
                + row.optional("validator").map(f -> " VALIDATOR " + f).orElse("")
                + (options.isEmpty() ? "" : " " + options))
        .create(
            reading
                .belongings()
                .of(address, "FOREIGN DATA WRAPPER", name, row.text("owner"), Acl.of(row)))
        .drop("DROP FOREIGN DATA WRAPPER " + name);
  }
}
