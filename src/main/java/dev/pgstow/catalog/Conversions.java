package dev.pgstow.catalog;

import java.util.Optional;

/** Conversions between encodings. */
final class Conversions implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "conversions",
            """
            SELECT c.oid, n.nspname, c.conname, pg_get_userbyid(c.conowner) AS owner, c.condefault,
              pg_encoding_to_char(c.conforencoding) AS source,
              pg_encoding_to_char(c.contoencoding) AS target, c.conproc::text AS function
            FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
            WHERE c.oid >= 16384
            """,
            row -> {
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.CONVERSION,
                      Optional.of(row.text("nspname")),
                      row.text("conname"),
                      "");
              Address address = SystemCatalog.CONVERSION.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String name = Names.qualified(row.text("nspname"), row.text("conname"));
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .create(
                            "CREATE "
                                + (row.flag("condefault") ? "DEFAULT " : "")
                                + "CONVERSION "
                                + name
                                + " FOR "
                                + Names.literal(row.text("source"))
                                + " TO "
                                + Names.literal(row.text("target"))
                                + " FROM "
                                + row.text("function"))
                        .create(
                            reading
                                .belongings()
                                .owned(address, "CONVERSION", name, row.text("owner")))
                        .drop("DROP CONVERSION " + name));
              }
            });
  }
}
