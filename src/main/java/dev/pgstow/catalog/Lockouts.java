package dev.pgstow.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Grants on objects whose schema the grantor has lost the right to use since. */
final class Lockouts {
  /**
   * Of one object.
   *
   * @param schema where it is, quoted
   * @param grantors who may not use that schema
   */
  record Lockout(String schema, Set<String> grantors) {
    static final Lockout NONE = new Lockout("", Set.of());
  }

  private final Map<Address, Lockout> objects = new HashMap<>();

  Lockouts(Queries queries) {
    queries.each(
        "grantors without schemas",
        // Without a grant option no one but the owner grants; one on a table is good for columns.
        """
        SELECT o.classid, o.oid, n.nspname,
          array_agg(DISTINCT pg_get_userbyid(x.grantor)::text) AS grantors
        FROM (
            SELECT 1259 AS classid, oid, relnamespace AS namespace, relowner AS owner, relacl AS acl
            FROM pg_class WHERE relacl::text LIKE '%*%'
            UNION ALL
            SELECT 1259, c.oid, c.relnamespace, c.relowner, a.attacl
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL
            UNION ALL
            SELECT 1255, oid, pronamespace, proowner, proacl FROM pg_proc
            WHERE proacl::text LIKE '%*%'
            UNION ALL
            SELECT 1247, oid, typnamespace, typowner, typacl FROM pg_type
            WHERE typacl::text LIKE '%*%') o
          JOIN pg_namespace n ON n.oid = o.namespace
          CROSS JOIN LATERAL aclexplode(o.acl) x
        WHERE o.oid >= 16384 AND x.grantor <> o.owner
          AND NOT has_schema_privilege(x.grantor, n.oid, 'USAGE')
        GROUP BY o.classid, o.oid, n.nspname
        """,
        row ->
            SystemCatalog.of(row.oid("classid"))
                .ifPresent(
                    catalog ->
                        objects.put(
                            catalog.row(row.oid("oid")),
                            new Lockout(
                                Names.quote(row.text("nspname")),
                                Set.copyOf(row.list("grantors"))))));
  }

  Lockout of(Address row) {
    return objects.getOrDefault(row, Lockout.NONE);
  }
}
