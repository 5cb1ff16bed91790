package dev.pgstow.catalog;

import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema, and how much is in it at a glance.
 *
 * @param tables partitioned and foreign ones included
 * @param views materialized ones included
 * @param routines functions, procedures and aggregates
 */
public record SchemaCount(String name, int tables, int views, int routines) {

  /**
   * Those of a database that a dump takes up, by name; PostgreSQL's own and those of extensions are
   * left out. One query.
   *
   * @throws dev.pgstow.postgres.SqlFailure if the server refuses
   */
  public static List<SchemaCount> of(Session session) {
    List<SchemaCount> counts = new ArrayList<>();
    new Queries(session)
        .each(
            "schemas",
            """
            SELECT n.nspname,
              (SELECT count(*) FROM pg_class WHERE relnamespace = n.oid AND relkind IN ('r', 'p', 'f')) AS tables,
              (SELECT count(*) FROM pg_class WHERE relnamespace = n.oid AND relkind IN ('v', 'm')) AS views,
              (SELECT count(*) FROM pg_proc WHERE pronamespace = n.oid) AS routines
            FROM pg_namespace AS n
            WHERE (n.oid >= 16384 OR n.oid = 2200)
              AND n.nspname !~ '^pg_(toast_)?temp_'
              AND NOT EXISTS (
                SELECT FROM pg_depend
                WHERE classid = 'pg_namespace'::regclass AND objid = n.oid AND deptype = 'e')
            ORDER BY n.nspname
            """,
            row ->
                counts.add(
                    new SchemaCount(
                        row.text("nspname"),
                        row.number("tables"),
                        row.number("views"),
                        row.number("routines"))));
    return List.copyOf(counts);
  }
}
