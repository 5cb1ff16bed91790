package dev.pgstow.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What pg_init_privs holds: privileges that initdb or an extension's script gave. */
final class InitialPrivileges {
  private final Map<Address, List<String>> rows = new HashMap<>();

  InitialPrivileges(Queries queries) {
    queries.each(
        "initial privileges",
        "SELECT classoid, objoid, initprivs::text[] AS initprivs FROM pg_init_privs"
            + " WHERE objsubid = 0",
        row ->
            SystemCatalog.of(row.oid("classoid"))
                .ifPresent(
                    catalog -> rows.put(catalog.row(row.oid("objoid")), row.list("initprivs"))));
  }

  Map<Address, List<String>> rows() {
    return rows;
  }
}
