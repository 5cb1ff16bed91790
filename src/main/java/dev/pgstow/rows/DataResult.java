package dev.pgstow.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an export wrote.
 *
 * @param resumed how many of the tables an earlier run had finished
 * @param cycles tables that reference one another in a circle
 */
public record DataResult(
    Path directory,
    List<ExportedTable> tables,
    int resumed,
    List<List<TableName>> cycles,
    Duration elapsed) {

  /** Copies what it is given. */
  public DataResult {
    tables = List.copyOf(tables);
    cycles = List.copyOf(cycles);
  }

  /** All rows. */
  public long rows() {
    return tables.stream().mapToLong(ExportedTable::rows).sum();
  }

  /** Bytes of all files. */
  public long bytes() {
    return tables.stream().mapToLong(ExportedTable::bytes).sum();
  }
}
