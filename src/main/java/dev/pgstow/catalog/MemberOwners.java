package dev.pgstow.catalog;

import java.util.List;
import java.util.Map;

/**
 * Who owns members of extensions, and PostgreSQL's own objects, other than who got them when they
 * were made: the extension's owner or, if it is a trusted one, the first superuser.
 */
final class MemberOwners {
  private static final String QUERY =
      """
      SELECT o.type, o.name, pg_get_userbyid(o.owner) AS owner, x.oid AS extension,
        pg_get_userbyid(10) AS first
      FROM (
        SELECT 1259 AS classid, oid, relowner AS owner, CASE relkind WHEN 'S' THEN 'SEQUENCE'
            WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
            ELSE 'TABLE' END AS type, oid::regclass::text AS name
        FROM pg_class c WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
          AND NOT EXISTS (SELECT FROM pg_depend
            WHERE classid = 1259 AND objid = c.oid AND refclassid = 1259 AND deptype IN ('a', 'i'))
        UNION ALL
        SELECT 1255, oid, proowner, CASE prokind WHEN 'p' THEN 'PROCEDURE'
            WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END, oid::regprocedure::text
        FROM pg_proc
        UNION ALL
        SELECT 1247, t.oid, typowner, CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END,
          format('%I.%I', n.nspname, typname)
        FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
        -- Of what initdb made pg_depend does not tell which types come with another object.
        WHERE typtype <> 'm' AND (t.oid >= 16384 OR typrelid = 0)
          AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
          AND NOT EXISTS (SELECT FROM pg_depend
            WHERE classid = 1247 AND objid = t.oid AND deptype = 'i')
        UNION ALL
        SELECT 2615, oid, nspowner, 'SCHEMA', quote_ident(nspname)
        FROM pg_namespace WHERE nspname <> 'public' AND oid <> 2200
        UNION ALL
        SELECT 2328, oid, fdwowner, 'FOREIGN DATA WRAPPER', quote_ident(fdwname)
        FROM pg_foreign_data_wrapper
        UNION ALL
        SELECT 1417, oid, srvowner, 'SERVER', quote_ident(srvname) FROM pg_foreign_server) o
        LEFT JOIN pg_depend e ON e.classid = o.classid AND e.objid = o.oid AND e.deptype = 'e'
        LEFT JOIN pg_extension x ON x.oid = e.refobjid AND x.oid >= 16384
      WHERE o.owner <> 10
        AND (o.owner <> x.extowner OR x.oid IS NULL AND o.oid < 16384)
      ORDER BY o.type, o.name
      """;

  private MemberOwners() {}

  /**
   * Adds what changes them.
   *
   * @param extensions by OID
   */
  static void read(Reading reading, Map<Long, Node> extensions, SystemNode system) {
    Belongings belongings = reading.belongings();
    reading
        .queries()
        .each(
            "owners of extensions' members",
            QUERY,
            row -> {
              String type = row.text("type");
              String name = row.text("name");
              List<String> change = belongings.owner(type, name, row.text("owner"));
              if (change.isEmpty()) {
                return;
              }
              if (row.optional("extension").isPresent()) {
                Node extension = extensions.get(row.oid("extension"));
                if (extension != null) {
                  extension.create(change);
                }
              } else {
                system
                    .node()
                    .ifPresent(
                        node -> {
                          node.create(change);
                          belongings.owner(type, name, row.text("first")).forEach(node::drop);
                        });
              }
            });
  }
}
