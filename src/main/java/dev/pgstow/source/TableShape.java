package dev.pgstow.source;

import dev.pgstow.metaschema.ColumnType;
import java.util.List;

/**
 * A table as its server describes it: the catalog, or an API.
 *
 * @param only whether to read it with ONLY: an ordinary table that others may inherit from
 * @param readable whether the session's role may read it
 * @param rowSecurity whether policies would hide rows from that role
 * @param primaryKey its columns, in the key's order; empty if there is none
 * @param foreignKeys those of a single column that refer to a table looked at too
 */
public record TableShape(
    String schema,
    String name,
    boolean only,
    boolean readable,
    boolean rowSecurity,
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys) {

  /** A column, generated ones included. */
  public record Column(
      String name, ColumnType type, boolean isEnum, boolean generated, boolean always) {}

  /** A foreign key of one column. */
  public record ForeignKey(
      String constraint, String column, String schema, String table, String referenced) {
    String parent() {
      return schema + "." + table;
    }
  }

  /** {@code schema.name}, for people. */
  public String label() {
    return schema + "." + name;
  }

  /** Whether it has a column of this name. */
  public boolean has(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }
}
