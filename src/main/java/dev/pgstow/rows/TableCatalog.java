package dev.pgstow.rows;

import dev.pgstow.postgres.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a database: ordinary and partitioned ones; partitions are their table's. */
final class TableCatalog {
  private static final String TABLES =
      "SELECT c.oid, n.nspname, c.relname, c.relkind = 'p', m.amname IS NOT DISTINCT FROM 'heap',"
          + " CASE c.relkind WHEN 'p' THEN 0 ELSE pg_catalog.pg_relation_size(c.oid)"
          + "  / pg_catalog.current_setting('block_size')::pg_catalog.int8 END,"
          + " CASE c.relkind WHEN 'p' THEN (SELECT pg_catalog.sum("
          + "   pg_catalog.pg_table_size(p.relid)) FROM pg_catalog.pg_partition_tree(c.oid) p)"
          + "  ELSE pg_catalog.pg_table_size(c.oid) END,"
          + " EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.objid = c.oid"
          + "  AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'e')"
          + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " LEFT JOIN pg_catalog.pg_am m ON m.oid = c.relam"
          + " WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'"
          + " AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
          + " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\"";

  // A partition's key counts as its table's.
  private static final String REFERENCES =
      "SELECT DISTINCT coalesce(pg_catalog.pg_partition_root(conrelid), conrelid)::oid,"
          + " coalesce(pg_catalog.pg_partition_root(confrelid), confrelid)::oid"
          + " FROM pg_catalog.pg_constraint WHERE contype = 'f' AND conrelid <> confrelid";

  private static final String COLUMNS =
      "SELECT a.attrelid, a.attname, a.atttypid,"
          + " pg_catalog.format_type(a.atttypid, a.atttypmod), a.attgenerated <> ''"
          + " FROM pg_catalog.pg_attribute a WHERE a.attrelid::pg_catalog.int8 = ANY (?)"
          + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum";

  private final Session session;

  TableCatalog(Session session) {
    this.session = session;
  }

  /** A column of a table. */
  record Column(String name, long type, String typeName, boolean generated) {}

  /** All tables but the system's, by schema and name. */
  List<LiveTable> tables() {
    List<LiveTable> tables = new ArrayList<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(
            new LiveTable(
                row.getLong(1),
                new TableName(row.getString(2), row.getString(3)),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getLong(7),
                row.getBoolean(8)));
      }
    } catch (SQLException e) {
      throw session.failure(e, "listing the tables");
    }
    return tables;
  }

  /** Foreign keys: from the oid of a table to those of the tables it references. */
  Map<Long, Set<Long>> references() {
    Map<Long, Set<Long>> references = new HashMap<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(REFERENCES)) {
      while (row.next()) {
        references.computeIfAbsent(row.getLong(1), oid -> new TreeSet<>()).add(row.getLong(2));
      }
    } catch (SQLException e) {
      throw session.failure(e, "reading the foreign keys");
    }
    return references;
  }

  /** The columns of tables, by the table's oid, in their order. */
  Map<Long, List<Column>> columns(List<LiveTable> tables) {
    Map<Long, List<Column>> columns = new LinkedHashMap<>();
    tables.forEach(table -> columns.put(table.oid(), new ArrayList<>()));
    try (PreparedStatement query = session.connection().prepareStatement(COLUMNS)) {
      query.setArray(1, session.connection().createArrayOf("int8", columns.keySet().toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns
              .computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
              .add(
                  new Column(
                      row.getString(2), row.getLong(3), row.getString(4), row.getBoolean(5)));
        }
      }
    } catch (SQLException e) {
      throw session.failure(e, "reading the columns");
    }
    return columns;
  }
}
