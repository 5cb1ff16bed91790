package dev.pgstow.catalog;

import java.util.Optional;
import java.util.StringJoiner;

/** Collations. */
final class Collations implements KindReader {
  @Override
  public void read(Reading reading) {
    Queries queries = reading.queries();
    queries.each(
        "collations",
        """
        SELECT c.oid, n.nspname, c.collname, pg_get_userbyid(c.collowner) AS owner, c.collprovider,
          c.collisdeterministic, c.collcollate, c.collctype,
        """
            + queries.since(17, "c.colllocale", queries.since(15, "c.colliculocale", "NULL::text"))
            + " AS locale, "
            + queries.since(16, "c.collicurules", "NULL::text")
            + """
             AS rules
            FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
            WHERE c.oid >= 16384 AND n.nspname !~ '^pg_temp_'
            """,
        row -> {
          ObjectIdentity identity =
              new ObjectIdentity(
                  ObjectKind.COLLATION, Optional.of(row.text("nspname")), row.text("collname"), "");
          Address address = SystemCatalog.COLLATION.row(row.oid("oid"));
          if (reading.admits(identity, address)) {
            String name = Names.qualified(row.text("nspname"), row.text("collname"));
            reading.add(
                new Node(identity)
                    .makes(address)
                    .create("CREATE COLLATION " + name + " (" + options(row) + ")")
                    .create(
                        reading.belongings().owned(address, "COLLATION", name, row.text("owner")))
                    .drop("DROP COLLATION " + name));
          }
        });
  }

  private static String options(Row row) {
    StringJoiner options = new StringJoiner(", ");
    char provider = row.letter("collprovider");
    options.add(
        "provider = "
            + switch (provider) {
              case 'i' -> "icu";
              case 'b' -> "builtin";
              case 'd' -> "default";
              default -> "libc";
            });
    if (!row.flag("collisdeterministic")) {
      options.add("deterministic = false");
    }
    String collate = row.text("collcollate");
    String ctype = row.text("collctype");
    Optional<String> locale =
        row.optional("locale")
            .or(
                () ->
                    provider == 'i' || collate.equals(ctype)
                        ? row.optional("collcollate")
                        : Optional.empty());
    if (locale.isPresent()) {
      options.add("locale = " + Names.literal(locale.get()));
    } else if (provider == 'c') {
      options.add("lc_collate = " + Names.literal(collate));
      options.add("lc_ctype = " + Names.literal(ctype));
    }
    row.optional("rules").ifPresent(rules -> options.add("rules = " + Names.literal(rules)));
    return options.toString();
  }
}
