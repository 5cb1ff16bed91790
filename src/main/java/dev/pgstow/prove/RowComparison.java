package dev.pgstow.prove;

import java.util.List;

/**
 * How the metadata rows of a source and of its deployed modules compare.
 *
 * @param tables tables that have rows on either side
 * @param rows rows of the source that were compared
 * @param differing how many rows are not what the source says
 * @param differences the first of them, in the order of tables and keys
 * @param edited deploy scripts of those tables that somebody edited after the export
 */
public record RowComparison(
    int tables, long rows, long differing, List<RowDifference> differences, List<String> edited) {
  /** Copies the lists. */
  public RowComparison {
    differences = List.copyOf(differences);
    edited = List.copyOf(edited);
  }
}
