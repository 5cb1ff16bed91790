package dev.pgstow.source;

import dev.pgstow.postgres.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The extensions that the objects of a schema depend on, as the catalog knows. */
final class LiveDependencies {
  private static final String SQL =
      """
      WITH object AS (
        SELECT 'pg_catalog.pg_class'::pg_catalog.regclass AS classid, c.oid, c.relnamespace AS space
          FROM pg_catalog.pg_class c
        UNION ALL
        SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, p.pronamespace
          FROM pg_catalog.pg_proc p
        UNION ALL
        SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, t.typnamespace
          FROM pg_catalog.pg_type t
        UNION ALL
        SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, k.connamespace
          FROM pg_catalog.pg_constraint k
        UNION ALL
        SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, o.oprnamespace
          FROM pg_catalog.pg_operator o
        UNION ALL
        SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass, a.oid, c.relnamespace
          FROM pg_catalog.pg_attrdef a JOIN pg_catalog.pg_class c ON c.oid = a.adrelid
        UNION ALL
        SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid, c.relnamespace
          FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
        UNION ALL
        SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass, g.oid, c.relnamespace
          FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
        UNION ALL
        SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, y.oid, c.relnamespace
          FROM pg_catalog.pg_policy y JOIN pg_catalog.pg_class c ON c.oid = y.polrelid
      )
      SELECT DISTINCT n.nspname, e.extname
        FROM pg_catalog.pg_namespace n
        JOIN object o ON o.space = n.oid
        JOIN pg_catalog.pg_depend d ON d.classid = o.classid AND d.objid = o.oid
        JOIN pg_catalog.pg_depend m
          ON m.classid = d.refclassid AND m.objid = d.refobjid
         AND m.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND m.deptype = 'e'
        JOIN pg_catalog.pg_extension e ON e.oid = m.refobjid
       WHERE n.nspname = ANY (?::pg_catalog.text[])
         AND NOT EXISTS (
           SELECT FROM pg_catalog.pg_depend own
            WHERE own.classid = o.classid AND own.objid = o.oid AND own.deptype = 'e')
      """;

  private final Map<String, Set<String>> extensions = new HashMap<>();

  private LiveDependencies() {}

  static LiveDependencies read(Session session, Collection<String> schemas) {
    LiveDependencies read = new LiveDependencies();
    new Query(session, "looking at what exported objects depend on")
        .list(
            SQL,
            row ->
                read.extensions
                    .computeIfAbsent(row.getString(1), schema -> new TreeSet<>())
                    .add(row.getString(2)),
            schemas);
    return read;
  }

  Set<String> of(String schema) {
    return extensions.getOrDefault(schema, Set.of());
  }
}
