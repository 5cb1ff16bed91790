package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;

/** Checks conditions that a person wrote: each has to stay within its own parentheses. */
final class Conditions {
  private Conditions() {}

  /**
   * Checks one.
   *
   * @throws Failure {@code where-invalid}
   */
  static void check(TablePattern table, String condition) {
    int depth = 0;
    for (SqlToken token : SqlLexer.tokens(condition)) {
      String text = token.text(condition);
      if (token.kind() == SqlToken.Kind.PUNCTUATION) {
        depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
        if (depth < 0 || text.equals(";")) {
          throw invalid(table, condition);
        }
      }
      if (!token.terminated()) {
        throw invalid(table, condition);
      }
    }
    if (depth != 0 || condition.isBlank()) {
      throw invalid(table, condition);
    }
  }

  private static Failure invalid(TablePattern table, String condition) {
    return Failure.usage(
        "where-invalid",
        "The condition for " + table + " is not one: " + condition,
        "Write it as behind WHERE: --where \"orders=created_at >= '2026-01-01'\".");
  }
}
