package dev.pgstow.rows;

import java.util.List;
import java.util.stream.Collectors;

/** What reads a table, or a range of its blocks. */
record TableQuery(LiveTable table, List<String> expressions, String where) {

  /** From the FROM on. */
  static String from(LiveTable table, String where) {
    // The condition may end in a comment.
    return " FROM " + table.only() + (where.isEmpty() ? "" : " WHERE (" + where + "\n)");
  }

  /** All of it. */
  String whole() {
    return copy(where);
  }

  /**
   * The rows of a range of blocks, in the order {@link #whole} has them.
   *
   * @param end behind the last block; negative if the last one is meant
   */
  String blocks(long start, long end) {
    String range = "ctid >= '(" + start + ",0)'::pg_catalog.tid";
    if (end >= 0) {
      range += " AND ctid < '(" + end + ",0)'::pg_catalog.tid";
    }
    return copy(where.isEmpty() ? range : range + " AND (" + where + "\n)");
  }

  private String copy(String condition) {
    String list = expressions.stream().collect(Collectors.joining(", "));
    return "COPY (SELECT " + list + from(table, condition) + ") TO STDOUT (FORMAT binary)";
  }
}
