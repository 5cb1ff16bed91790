package dev.pgstow.catalog;

import java.util.Optional;
import java.util.StringJoiner;

/** Transforms between types and languages. */
final class Transforms implements KindReader {
  @Override
  public void read(Reading reading) {
    reading
        .queries()
        .each(
            "transforms",
            """
            SELECT t.oid, format_type(t.trftype, NULL) AS type, l.lanname,
              CASE WHEN t.trffromsql <> 0 THEN t.trffromsql::regprocedure::text END AS fromsql,
              CASE WHEN t.trftosql <> 0 THEN t.trftosql::regprocedure::text END AS tosql
            FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
            WHERE t.oid >= 16384
            """,
            row -> {
              String language = Names.quote(row.text("lanname"));
              String name = "FOR " + row.text("type") + " LANGUAGE " + language;
              ObjectIdentity identity =
                  new ObjectIdentity(
                      ObjectKind.TRANSFORM,
                      Optional.empty(),
                      row.text("type"),
                      "language " + row.text("lanname"));
              Address address = SystemCatalog.TRANSFORM.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                StringJoiner functions = new StringJoiner(", ", " (", ")");
                row.optional("fromsql")
                    .ifPresent(f -> functions.add("FROM SQL WITH FUNCTION " + f));
                row.optional("tosql").ifPresent(f -> functions.add("TO SQL WITH FUNCTION " + f));
                reading.add(
                    new Node(identity)
                        .makes(address)
                        .create("CREATE TRANSFORM " + name + functions)
                        .create(reading.comments().on(address, "TRANSFORM", name))
                        .drop("DROP TRANSFORM " + name));
              }
            });
  }
}
