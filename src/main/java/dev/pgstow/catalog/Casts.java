package dev.pgstow.catalog;

import java.util.Optional;

/** Casts, except those that come with range types. */
final class Casts implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "casts",
            """
            SELECT c.oid, format_type(c.castsource, NULL) AS source,
              format_type(c.casttarget, NULL) AS target, c.castcontext, c.castmethod,
              c.castfunc::regprocedure::text AS function
            FROM pg_cast c
              LEFT JOIN pg_range r ON r.rngtypid = c.castsource AND r.rngmultitypid = c.casttarget
            WHERE c.oid >= 16384 AND r.rngtypid IS NULL
            """,
            row -> {
              String types = row.text("source") + " AS " + row.text("target");
              ObjectIdentity identity =
                  new ObjectIdentity(ObjectKind.CAST, Optional.empty(), types, "");
              Address address = SystemCatalog.CAST.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String name = "(" + types + ")";
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .create("CREATE CAST " + name + how(row))
                        .create(reading.comments().on(address, "CAST", name))
                        .drop("DROP CAST " + name));
              }
            });
  }

  private static String how(Row row) {
    String method =
        switch (row.letter("castmethod")) {
          case 'b' -> " WITHOUT FUNCTION";
          case 'i' -> " WITH INOUT";
          default -> " WITH FUNCTION " + row.text("function");
        };
    return method
        + switch (row.letter("castcontext")) {
          case 'a' -> " AS ASSIGNMENT";
          case 'i' -> " AS IMPLICIT";
          default -> "";
        };
  }
}
