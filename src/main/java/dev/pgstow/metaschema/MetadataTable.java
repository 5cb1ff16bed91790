package dev.pgstow.metaschema;

import java.util.List;

/**
 * A metadata table of a server.
 *
 * @param schema its schema
 * @param name its name
 * @param changeName the name of its change without {@code migrate/}: the table's, or {@code
 *     schema.table} where an earlier schema has a table of that name
 * @param columns the exported columns, in the table's order
 * @param key names of the columns that tell rows apart, in order: the primary key, else {@code id};
 *     empty if the table has neither
 * @param ownership how its rows belong to a database
 * @param rows how many rows belong to this database
 * @param documented whether it is one of those pgpm's documents name
 */
public record MetadataTable(
    String schema,
    String name,
    String changeName,
    List<MetadataColumn> columns,
    List<String> key,
    Ownership ownership,
    long rows,
    boolean documented) {
  /** Copies the lists. */
  public MetadataTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** {@code schema.name}, for people. */
  public String label() {
    return schema + "." + name;
  }

  /** Names of the columns whose values point into one server's catalogs: they do not move. */
  public List<String> oidColumns() {
    return columns.stream()
        .filter(column -> column.type().isOidLike())
        .map(MetadataColumn::name)
        .toList();
  }
}
