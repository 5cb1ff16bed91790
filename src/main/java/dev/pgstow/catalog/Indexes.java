package dev.pgstow.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Indexes; those that back a constraint come with it. */
final class Indexes implements KindReader {
  private final Map<Long, Index> indexes = new LinkedHashMap<>();

  Indexes(Queries queries, Relations relations) {
    queries.each(
        "indexes",
        """
        WITH RECURSIVE used(index, owner, classid, objid) AS (
          SELECT d.objid, t.relowner, d.refclassid, d.refobjid
          FROM pg_depend d
            JOIN pg_index i ON i.indexrelid = d.objid
            JOIN pg_class t ON t.oid = i.indrelid
          WHERE d.classid = 1259 AND d.refclassid IN (1255, 2617) AND d.refobjid >= 16384
            -- Without privileges of its own anyone may run a function: then nothing is looked for.
            AND (SELECT EXISTS (
              SELECT FROM pg_proc WHERE oid >= 16384 AND proacl IS NOT NULL))
          UNION
          SELECT u.index, u.owner, d.refclassid, d.refobjid
          FROM used u JOIN pg_depend d ON d.classid = u.classid AND d.objid = u.objid
          WHERE d.refclassid IN (1255, 2617) AND d.refobjid >= 16384),
        forbidden AS (
          SELECT u.index, array_agg(DISTINCT format('%I.%I(%s)', n.nspname, p.proname,
            pg_get_function_identity_arguments(p.oid)) COLLATE "C") AS functions
          FROM used u
            JOIN pg_proc p ON p.oid = u.objid
            JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE u.classid = 1255 AND NOT has_function_privilege(u.owner, p.oid, 'EXECUTE')
          GROUP BY u.index)
        SELECT c.oid, n.nspname, c.relname, c.relkind, c.reloptions, s.spcname, i.indrelid,
          i.indisclustered, i.indisreplident, i.indisvalid, i.indisready, h.inhparent,
          k.oid IS NOT NULL AS constrained,
          CASE WHEN k.oid IS NULL THEN pg_get_indexdef(c.oid) END AS definition,
          t.statcolumns, t.stattargets, f.functions AS forbidden
        FROM pg_index i
          JOIN pg_class c ON c.oid = i.indexrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_inherits h ON h.inhrelid = c.oid
          LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
          LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
          LEFT JOIN (
            SELECT a.attrelid, array_agg(a.attnum::text ORDER BY a.attnum) AS statcolumns,
              array_agg(a.attstattarget::text ORDER BY a.attnum) AS stattargets
            FROM pg_attribute a JOIN pg_class x ON x.oid = a.attrelid AND x.relkind IN ('i', 'I')
            WHERE a.attrelid >= 16384 AND a.attstattarget >= 0 AND a.attnum > 0
            GROUP BY a.attrelid) t ON t.attrelid = c.oid
          LEFT JOIN forbidden f ON f.index = c.oid
        WHERE i.indexrelid >= 16384
        ORDER BY n.nspname, c.relname
        """,
        row ->
            relations
                .get(row.oid("indrelid"))
                .ifPresent(table -> indexes.put(row.oid("oid"), new Index(row, table))));
    for (Index index : indexes.values()) {
      // What is not valid is not made, so there is nothing to attach.
      if (index.valid) {
        get(index.parent).ifPresent(parent -> parent.attach(index));
      }
    }
    Map<Relation, List<Index>> byTable =
        indexes.values().stream().collect(Collectors.groupingBy(index -> index.table));
    for (Index index : indexes.values()) {
      byTable.getOrDefault(index.table, List.of()).forEach(index::beside);
    }
  }

  Optional<Index> get(long oid) {
    return Optional.ofNullable(indexes.get(oid));
  }

  @Override
  public void read(Reading reading) {
    for (Index index : indexes.values()) {
      ObjectIdentity identity =
          new ObjectIdentity(ObjectKind.INDEX, Optional.of(index.schema), index.name, "");
      if (!index.backsConstraint && reading.admits(identity, index.row, index.table.row)) {
        if (index.valid) {
          reading.add(node(reading, index, identity));
        } else {
          reading.omit(
              identity,
              "It is invalid: a CREATE INDEX CONCURRENTLY did not finish. Drop it or REINDEX it.");
        }
      }
    }
  }

  private static Node node(Reading reading, Index index, ObjectIdentity identity) {
    Node node = new Node(identity).makes(index.row);
    index.make(node, index.definition, reading.belongings());
    index.complete(node);
    node.create(reading.belongings().unowned(index.row, "INDEX", index.quoted()));
    index.undo(node, "DROP INDEX " + index.quoted());
    return node;
  }
}
