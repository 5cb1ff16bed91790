package dev.pgstow.catalog;

import java.util.HashSet;
import java.util.Set;

/**
 * What goes when the session that made it ends: what is in a temporary schema and all that can't be
 * without it, such as a cast of a temporary type. It is nobody else's and never carried.
 */
final class Temporary {
  private final Set<Address> rows = new HashSet<>();

  Temporary(Queries queries) {
    queries.each(
        "temporary objects",
        """
        WITH RECURSIVE temporary(classid, objid, objsubid) AS (
          SELECT 2615::oid, oid, 0 FROM pg_namespace WHERE nspname ~ '^pg_temp_'
          UNION
          SELECT n.classid, n.objid, n.objsubid
          FROM temporary t CROSS JOIN LATERAL (
            SELECT d.classid, d.objid, d.objsubid FROM pg_depend d
            WHERE d.refclassid = t.classid AND d.refobjid = t.objid
              AND (t.objsubid = 0 OR d.refobjsubid = t.objsubid)
            UNION ALL
            -- Who drops a part drops the whole.
            SELECT d.refclassid, d.refobjid, d.refobjsubid FROM pg_depend d
            WHERE d.classid = t.classid AND d.objid = t.objid AND d.objsubid = t.objsubid
              AND d.deptype = 'i') n)
        SELECT classid, objid FROM temporary WHERE objsubid = 0
        """,
        row ->
            SystemCatalog.of(row.oid("classid"))
                .ifPresent(catalog -> rows.add(catalog.row(row.oid("objid")))));
  }

  boolean has(Address row) {
    return rows.contains(row);
  }
}
