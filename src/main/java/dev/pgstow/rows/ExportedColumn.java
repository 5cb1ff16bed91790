package dev.pgstow.rows;

/**
 * A column of an exported table.
 *
 * @param type as {@code format_type} writes it
 * @param generated whether the server computes it
 * @param inexact how many values plain JSON can't say; wrapped if the export is exact
 */
public record ExportedColumn(String name, String type, boolean generated, long inexact) {
  ExportedColumn plus(long more) {
    return new ExportedColumn(name, type, generated, inexact + more);
  }
}
