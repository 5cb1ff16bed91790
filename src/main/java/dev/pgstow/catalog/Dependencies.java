package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What pg_depend holds on objects users made. */
final class Dependencies {
  private final List<Dependency> all = new ArrayList<>();

  Dependencies(Queries queries, Members members) {
    queries.each(
        "dependencies",
        """
        SELECT d.classid, d.objid, d.refclassid, d.refobjid, d.deptype
        FROM pg_depend d
          LEFT JOIN pg_class s ON d.classid = 1259 AND s.oid = d.objid AND s.relkind = 'S'
        WHERE d.objid >= 16384 AND d.deptype <> 'P'
          -- That a sequence is a column's own is said with the table, which so needs the sequence.
          AND NOT (s.oid IS NOT NULL AND d.deptype = 'a' AND d.refclassid = 1259)
        """,
        row -> {
          Optional<SystemCatalog> from = SystemCatalog.of(row.oid("classid"));
          Optional<SystemCatalog> to = SystemCatalog.of(row.oid("refclassid"));
          if (from.isPresent() && to.isPresent()) {
            Address dependent = from.get().row(row.oid("objid"));
            char type = row.letter("deptype");
            if (type == 'e') {
              members.add(dependent, row.oid("refobjid"));
            }
            all.add(new Dependency(dependent, to.get().row(row.oid("refobjid")), type));
          }
        });
  }

  List<Dependency> all() {
    return all;
  }
}
