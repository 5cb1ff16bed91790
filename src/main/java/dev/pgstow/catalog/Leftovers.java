package dev.pgstow.catalog;

import java.util.Set;
import java.util.stream.Collectors;

/** What a dump does not carry though it is no object of a kind of its own, said in notes. */
final class Leftovers {
  private Leftovers() {}

  static void read(Reading reading) {
    Queries queries = reading.queries();
    queries.each(
        "large objects",
        "SELECT count(*) FROM pg_largeobject_metadata",
        row -> {
          if (row.number("count") > 0) {
            reading.omitAll(
                ObjectKind.LARGE_OBJECT,
                row.number("count"),
                "Large objects, with their owners, privileges and comments, are data.");
          }
        });
    queries.each(
        "settings of the database",
        """
        SELECT count(*) FROM pg_db_role_setting
        WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
        """,
        row -> {
          if (row.number("count") > 0) {
            reading.note(
                "Settings of the database itself (ALTER DATABASE … SET, ALTER ROLE … IN DATABASE"
                    + " … SET) are not carried.");
          }
        });
    Set<Address> unused = reading.comments().unused();
    unused.removeIf(
        row ->
            reading.isOther(row)
                || row.catalog() == SystemCatalog.DATABASE
                || row.catalog() == SystemCatalog.LARGEOBJECT);
    if (!unused.isEmpty()) {
      describe(reading, unused);
    }
  }

  private static void describe(Reading reading, Set<Address> rows) {
    String values =
        rows.stream()
            .map(row -> "(" + row.catalog().oid() + "::oid, " + row.oid() + "::oid)")
            .collect(Collectors.joining(", "));
    reading
        .queries()
        .each(
            "objects with comments",
            "SELECT pg_describe_object(c, o, 0) AS name FROM (VALUES "
                + values
                + ") v(c, o) WHERE pg_describe_object(c, o, 0) IS NOT NULL ORDER BY 1",
            row ->
                reading.note(
                    "A comment or security label on " + row.text("name") + " is not carried."));
  }
}
