package dev.pgstow.catalog;

import java.util.Optional;

/** Procedural languages that are no extension's. */
final class Languages implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "languages",
            """
            SELECT oid, lanname, lanpltrusted,
              lanplcallfoid::regproc::text AS handler,
              CASE WHEN laninline <> 0 THEN laninline::regproc::text END AS inline,
              CASE WHEN lanvalidator <> 0 THEN lanvalidator::regproc::text END AS validator,
              pg_get_userbyid(lanowner) AS owner, lanacl::text[] AS acl,
              acldefault('l', lanowner)::text[] AS acldefault
            FROM pg_language WHERE lanispl AND oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.LANGUAGE, Optional.empty(), row.text("lanname"), "");
              Address address = SystemCatalog.LANGUAGE.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                reading.add(node(reading, row, identity, address));
              }
            });
  }

  private static Node node(Reading reading, Row row, ObjectIdentity identity, Address address) {
    String name = Names.quote(identity.name());
    return new Node(identity)
        .makes(address)
        .create(
            "CREATE "
                + (row.flag("lanpltrusted") ? "TRUSTED " : "")
                + "PROCEDURAL LANGUAGE "
                + name
                + " HANDLER "
                + row.text("handler")
                + row.optional("inline").map(f -> " INLINE " + f).orElse("")
                + row.optional("validator").map(f -> " VALIDATOR " + f).orElse(""))
        .create(reading.belongings().of(address, "LANGUAGE", name, row.text("owner"), Acl.of(row)))
        .drop("DROP PROCEDURAL LANGUAGE " + name);
  }
}
