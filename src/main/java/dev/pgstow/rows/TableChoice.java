package dev.pgstow.rows;

import java.util.List;
import java.util.Map;

/**
 * Which tables, and which of their rows.
 *
 * @param tables if there are any, only these
 * @param schemas else, if there are any, only the tables of these
 * @param large tables that are always streamed, and left out with {@code skipLarge}
 * @param skipAuth no {@code auth.users}
 * @param threshold rows above which a table is streamed
 * @param where SQL conditions by table; they are the user's own and run as they stand
 */
public record TableChoice(
    List<TablePattern> tables,
    List<String> schemas,
    List<TablePattern> large,
    boolean skipLarge,
    boolean skipAuth,
    long threshold,
    Map<TablePattern, String> where) {

  /** Rows above which a table is streamed, if nothing else is said. */
  public static final long DEFAULT_THRESHOLD = 10_000;

  /** Copies what it is given. */
  public TableChoice {
    tables = List.copyOf(tables);
    schemas = List.copyOf(schemas);
    large = List.copyOf(large);
    where = Map.copyOf(where);
  }

  /** Every table of the database. */
  public static TableChoice everything() {
    return new TableChoice(
        List.of(), List.of(), List.of(), false, false, DEFAULT_THRESHOLD, Map.of());
  }

  boolean isLarge(TableName table) {
    return large.stream().anyMatch(it -> it.matches(table));
  }
}
