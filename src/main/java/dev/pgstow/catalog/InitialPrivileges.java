package dev.pgstow.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What pg_init_privs holds: privileges that initdb or an extension's script gave. Those of the
 * first schema {@code public} are left out: a copy does not have them if it is called otherwise.
 */
final class InitialPrivileges {
  private final Map<Address, List<String>> rows = new HashMap<>();

  InitialPrivileges(Queries queries) {
    queries.each(
        "initial privileges",
        "SELECT classoid, objoid, initprivs::text[] AS initprivs FROM pg_init_privs"
            + " WHERE objsubid = 0 AND NOT (classoid = 2615 AND objoid = 2200)",
        row ->
            SystemCatalog.of(row.oid("classoid"))
                .ifPresent(
                    catalog -> rows.put(catalog.row(row.oid("objoid")), row.list("initprivs"))));
  }

  Map<Address, List<String>> rows() {
    return rows;
  }
}
