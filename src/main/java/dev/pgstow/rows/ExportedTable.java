package dev.pgstow.rows;

import java.time.Duration;
import java.util.List;

/**
 * A table that is on disk.
 *
 * @param bytes of the file
 * @param sha256 of the file, in hexadecimal digits
 * @param snapshot the id of the snapshot it was read in
 * @param where the condition its rows meet; empty for all
 */
public record ExportedTable(
    TableName name,
    String file,
    long rows,
    long bytes,
    String sha256,
    ReadMethod method,
    Duration elapsed,
    String snapshot,
    String where,
    List<ExportedColumn> columns) {

  /** Copies what it is given. */
  public ExportedTable {
    columns = List.copyOf(columns);
  }
}
