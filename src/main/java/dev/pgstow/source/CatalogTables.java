package dev.pgstow.source;

import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the shapes of all tables of some schemas, in a handful of queries. */
final class CatalogTables {
  private static final String TABLES =
      """
      SELECT c.oid::pg_catalog.int8,
             n.nspname,
             c.relname,
             c.relkind = 'r',
             pg_catalog.has_schema_privilege(n.oid, 'USAGE')
               AND pg_catalog.has_table_privilege(c.oid, 'SELECT'),
             pg_catalog.row_security_active(c.oid)
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY (?::pg_catalog.text[])
         AND c.relkind IN ('r', 'p')
         AND NOT c.relispartition
         AND c.relpersistence <> 't'
       ORDER BY n.nspname COLLATE pg_catalog."C", c.relname COLLATE pg_catalog."C"
      """;

  private static final String COLUMNS =
      """
      SELECT a.attrelid::pg_catalog.int8,
             a.attname,
             a.atttypid::pg_catalog.int8,
             a.attgenerated <> '',
             a.attidentity = 'a'
        FROM pg_catalog.pg_attribute a
       WHERE a.attrelid = ANY (?::pg_catalog.oid[]) AND a.attnum > 0 AND NOT a.attisdropped
       ORDER BY a.attrelid, a.attnum
      """;

  private static final String PRIMARY_KEYS =
      """
      SELECT k.conrelid::pg_catalog.int8, a.attname
        FROM pg_catalog.pg_constraint k
        CROSS JOIN LATERAL pg_catalog.unnest(k.conkey) WITH ORDINALITY AS part(number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = part.number
       WHERE k.contype = 'p' AND k.conrelid = ANY (?::pg_catalog.oid[])
       ORDER BY k.conrelid, part.place
      """;

  private static final String FOREIGN_KEYS =
      """
      SELECT k.conrelid::pg_catalog.int8,
             k.conname,
             a.attname,
             k.confrelid::pg_catalog.int8,
             b.attname
        FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        JOIN pg_catalog.pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
       WHERE k.contype = 'f'
         AND k.conparentid = 0
         AND pg_catalog.cardinality(k.conkey) = 1
         AND k.conrelid = ANY (?::pg_catalog.oid[])
         AND k.confrelid = ANY (?::pg_catalog.oid[])
       ORDER BY k.conrelid, k.conname COLLATE pg_catalog."C"
      """;

  private CatalogTables() {}

  /** The ordinary and partitioned tables of the schemas, without partitions; by schema and name. */
  static List<TableShape> read(Session session, Collection<String> schemas) {
    Query query = new Query(session, "looking for metadata tables");
    Map<Long, TableShape> tables = new LinkedHashMap<>();
    query.list(
        TABLES,
        row ->
            tables.put(
                row.getLong(1),
                new TableShape(
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getBoolean(6),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>())),
        schemas);
    readColumns(query, tables);
    query.list(
        PRIMARY_KEYS,
        row -> table(tables, row.getLong(1)).primaryKey().add(row.getString(2)),
        tables.keySet());
    query.list(
        FOREIGN_KEYS,
        row -> {
          TableShape parent = table(tables, row.getLong(4));
          return table(tables, row.getLong(1))
              .foreignKeys()
              .add(
                  new TableShape.ForeignKey(
                      row.getString(2),
                      row.getString(3),
                      parent.schema(),
                      parent.name(),
                      row.getString(5)));
        },
        tables.keySet(),
        tables.keySet());
    return List.copyOf(tables.values());
  }

  private static void readColumns(Query query, Map<Long, TableShape> tables) {
    record Column(long table, String name, long type, boolean generated, boolean always) {}
    List<Column> columns =
        query.list(
            COLUMNS,
            row ->
                new Column(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getBoolean(4),
                    row.getBoolean(5)),
            tables.keySet());
    CatalogTypes types =
        CatalogTypes.read(query, columns.stream().map(Column::type).distinct().toList());
    for (Column column : columns) {
      table(tables, column.table())
          .columns()
          .add(
              new TableShape.Column(
                  column.name(),
                  types.columnType(column.type()),
                  types.isEnum(column.type()),
                  column.generated(),
                  column.always()));
    }
  }

  private static TableShape table(Map<Long, TableShape> tables, long oid) {
    return Objects.requireNonNull(tables.get(oid));
  }
}
