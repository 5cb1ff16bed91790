package dev.pgstow.rows;

import java.util.List;

/**
 * What an export would read.
 *
 * @param tables what they reference comes before them; {@code auth.users} last
 * @param cycles tables that reference one another in a circle
 * @param skipped tables named large that {@code skipLarge} leaves out
 * @param leftOut schemas left out because Supabase manages them and nobody named them
 */
public record DataPlan(
    List<PlannedTable> tables,
    List<List<TableName>> cycles,
    List<TableName> skipped,
    List<String> leftOut) {

  /** Copies what it is given. */
  public DataPlan {
    tables = List.copyOf(tables);
    cycles = List.copyOf(cycles);
    skipped = List.copyOf(skipped);
    leftOut = List.copyOf(leftOut);
  }

  /** All rows but those of users, estimates included. */
  public long rows() {
    return tables.stream().filter(it -> !it.users()).mapToLong(PlannedTable::rows).sum();
  }

  /** All bytes on the server's disk, those of users left out. */
  public long bytes() {
    return tables.stream().filter(it -> !it.users()).mapToLong(PlannedTable::bytes).sum();
  }
}
