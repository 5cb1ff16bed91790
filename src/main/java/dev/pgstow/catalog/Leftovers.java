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
    disabledKeys(reading);
    addedToFamilies(reading);
    onMembers(reading);
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

  /** ALTER TABLE … DISABLE TRIGGER ALL disables foreign keys too; which no statement can repeat. */
  private static void disabledKeys(Reading reading) {
    reading
        .queries()
        .each(
            "disabled foreign keys",
            """
            SELECT DISTINCT t.tgrelid, t.tgrelid::regclass::text AS name
            FROM pg_trigger t
              JOIN pg_constraint k ON k.oid = t.tgconstraint AND k.contype = 'f'
            WHERE t.tgisinternal AND t.tgenabled <> 'O'
            ORDER BY name
            """,
            row -> {
              if (!reading.isOther(SystemCatalog.CLASS.row(row.oid("tgrelid")))) {
                reading.note(
                    "Foreign keys of or to "
                        + row.text("name")
                        + " are disabled (ALTER TABLE … DISABLE TRIGGER ALL); that is not carried.");
              }
            });
  }

  /**
   * Members that users added to operator families that are PostgreSQL's own or an extension's.
   * Those an extension added are left out; to its own family they are of the user if they call what
   * is the user's.
   */
  private static void addedToFamilies(Reading reading) {
    reading
        .queries()
        .each(
            "additions to operator families",
            """
            SELECT DISTINCT pg_describe_object(2753, m.family, 0) AS name, x.extname
            FROM (SELECT 2602 AS classid, oid, amopfamily AS family FROM pg_amop
              UNION ALL SELECT 2603, oid, amprocfamily FROM pg_amproc) m
              LEFT JOIN pg_depend f ON f.classid = 2753 AND f.objid = m.family AND f.deptype = 'e'
              LEFT JOIN pg_extension x ON x.oid = f.refobjid
              CROSS JOIN LATERAL (
                SELECT coalesce(bool_or(o.refclassid = 2616), false) AS ofclass,
                  coalesce(bool_or(o.refclassid <> 2753 AND e.objid IS NOT NULL), false)
                    AS ofextension,
                  coalesce(bool_or(o.refclassid <> 2753 AND e.objid IS NULL), false) AS ofuser
                FROM pg_depend o
                  LEFT JOIN pg_depend e ON e.classid = o.refclassid AND e.objid = o.refobjid
                    AND e.deptype = 'e'
                WHERE o.classid = m.classid AND o.objid = m.oid) r
            WHERE m.oid >= 16384 AND NOT r.ofclass AND NOT r.ofextension
              AND (m.family < 16384 OR x.oid IS NOT NULL AND r.ofuser)
            ORDER BY name
            """,
            row ->
                reading.note(
                    "What was added to the "
                        + row.text("name")
                        + ", which is "
                        + row.optional("extname")
                            .map(extension -> "the extension " + extension + "'s")
                            .orElse("PostgreSQL's own")
                        + ", is not carried."));
  }

  /**
   * What hangs on an extension's tables is no member itself, whoever made it. What is younger than
   * all members may be the user's.
   */
  private static void onMembers(Reading reading) {
    reading
        .queries()
        .each(
            "objects on extensions' tables",
            """
            SELECT DISTINCT pg_describe_object(d.classid, d.objid, 0) AS name, x.extname
            FROM pg_extension x
              JOIN pg_depend m ON m.refclassid = 3079 AND m.refobjid = x.oid
                AND m.classid = 1259 AND m.deptype = 'e'
              JOIN pg_class t ON t.oid = m.objid AND t.relkind IN ('r', 'p', 'v', 'm', 'f')
              JOIN pg_depend d ON d.refclassid = 1259 AND d.refobjid = t.oid
                AND (d.classid IN (2606, 2620, 3256, 3381)
                  OR d.classid = 2618 AND EXISTS (
                    SELECT FROM pg_rewrite r WHERE r.oid = d.objid AND r.ev_type <> '1')
                  OR d.classid = 1259 AND EXISTS (
                    SELECT FROM pg_index i WHERE i.indexrelid = d.objid AND i.indrelid = t.oid))
            WHERE x.oid >= 16384 AND d.deptype IN ('a', 'i')
              AND d.objid > (SELECT max(o.objid) FROM pg_depend o
                WHERE o.refclassid = 3079 AND o.refobjid = x.oid AND o.deptype = 'e')
            ORDER BY 1
            """,
            row ->
                reading.note(
                    "The "
                        + row.text("name")
                        + " is taken for the extension "
                        + row.text("extname")
                        + "'s own and not carried."));
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
