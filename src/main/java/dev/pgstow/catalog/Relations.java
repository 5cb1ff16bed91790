package dev.pgstow.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything in pg_class that users made and that is no index, with what hangs on it. */
final class Relations {
  private final Map<Long, Relation> relations = new LinkedHashMap<>();

  Relations(Queries queries) {
    queries.each(
        "relations",
        """
        SELECT c.oid, c.relnamespace, n.nspname, c.relname, c.relkind, c.relpersistence,
          pg_get_userbyid(c.relowner) AS owner, c.relacl::text[] AS acl,
          acldefault(CASE WHEN c.relkind = 'S' THEN 's'::"char" ELSE 'r'::"char" END,
            c.relowner)::text[] AS acldefault,
          y.typacl::text[] AS typeacl, acldefault('T', c.relowner)::text[] AS typeacldefault,
          c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relispartition, c.reltype,
          CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS oftype,
          am.amname, s.spcname, c.reloptions, t.reloptions AS toastoptions,
          CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partkey,
          CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound
        FROM pg_class c
          JOIN pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_am am ON am.oid = c.relam
          LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
          LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
          LEFT JOIN pg_type y ON y.oid = c.reltype
        WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c')
          AND c.relpersistence <> 't'
        ORDER BY n.nspname, c.relname
        """,
        row -> {
          Relation relation = new Relation(row);
          relations.put(relation.oid, relation);
        });
    readColumns(queries);
    readParents(queries);
    readConstraints(queries);
  }

  Collection<Relation> all() {
    return relations.values();
  }

  Optional<Relation> get(long oid) {
    return Optional.ofNullable(relations.get(oid));
  }

  private void readColumns(Queries queries) {
    queries.each(
        "columns",
        """
        SELECT a.attrelid, a.attnum, a.attname, a.atttypid, format_type(a.atttypid, a.atttypmod) AS type,
          a.attislocal, a.attnotnull, a.attidentity, a.attgenerated,
          coalesce(a.attstattarget, -1) AS attstattarget, a.attstorage, t.typstorage,
          a.attcompression, a.attoptions, a.attfdwoptions, a.attacl::text[] AS acl,
          l.collname, ln.nspname AS collnamespace,
          d.oid AS defaultoid, pg_get_expr(d.adbin, d.adrelid) AS expression
        FROM pg_attribute a
          JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_type t ON t.oid = a.atttypid
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
          LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        WHERE a.attrelid >= 16384 AND (a.attnum > 0 OR a.attacl IS NOT NULL)
          AND NOT a.attisdropped
          AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND c.relpersistence <> 't'
        ORDER BY a.attrelid, a.attnum
        """,
        row -> get(row.oid("attrelid")).ifPresent(owner -> owner.add(new Column(row))));
  }

  private void readParents(Queries queries) {
    queries.each(
        "inheritance",
        "SELECT inhrelid, inhparent FROM pg_inherits ORDER BY inhrelid, inhseqno",
        row -> {
          Optional<Relation> child = get(row.oid("inhrelid"));
          Optional<Relation> parent = get(row.oid("inhparent"));
          if (child.isPresent() && parent.isPresent()) {
            child.get().parents.add(parent.get());
            parent.get().children.add(child.get());
          }
        });
  }

  private void readConstraints(Queries queries) {
    queries.each(
        "constraints",
        """
        SELECT oid, conname, contype, conrelid, contypid, conindid, confrelid, conparentid,
          conislocal, convalidated, connoinherit, condeferrable, condeferred,
          conkey::text[] AS conkey,
          pg_get_constraintdef(oid) AS definition, coalesce(n.namesakes, 1) AS namesakes
        FROM pg_constraint LEFT JOIN (
          SELECT connamespace, conname, count(*) AS namesakes FROM pg_constraint
          GROUP BY connamespace, conname HAVING count(*) > 1) n USING (connamespace, conname)
        WHERE oid >= 16384 AND contype <> 't' AND conrelid <> 0
        ORDER BY conrelid, conname
        """,
        row ->
            get(row.oid("conrelid"))
                .ifPresent(owner -> owner.constraints.add(new Constraint(row))));
  }
}
