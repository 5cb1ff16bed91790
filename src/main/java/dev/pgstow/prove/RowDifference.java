package dev.pgstow.prove;

import java.util.List;

/**
 * A row that is not what the source says.
 *
 * @param table {@code schema.table}
 * @param key the row's key, such as {@code id=7}; the whole row where it has none; cut if long
 * @param values the values that differ, of a changed row
 */
public record RowDifference(Kind kind, String table, String key, List<ValueDifference> values) {
  /** Copies the list. */
  public RowDifference {
    values = List.copyOf(values);
  }

  /** What is wrong with a row. */
  public enum Kind {
    /** The source has it, the deployed modules don't. */
    MISSING("missing"),
    /** The deployed modules have it, the source doesn't. */
    EXTRA("extra"),
    /** Both have it, with other values. */
    CHANGED("changed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As shown and written to event streams. */
    public String label() {
      return label;
    }
  }
}
