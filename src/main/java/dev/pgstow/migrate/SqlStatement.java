package dev.pgstow.migrate;

import java.util.List;
import java.util.Set;

/**
 * A top-level statement of a script.
 *
 * @param start index of its first character that is neither white space nor comment
 * @param end index of its semicolon, or the end of the text
 * @param words its first unquoted words, in lower case; four at most
 */
record SqlStatement(int start, int end, List<String> words) {
  private static final Set<String> TRANSACTION =
      Set.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release");

  /** What sets, and what functions are called with for what they do. */
  private static final Set<String> SESSION =
      Set.of(
          "set", "reset", "discard", "do", "call", "select", "with", "values", "table", "execute");

  SqlStatement {
    words = List.copyOf(words);
  }

  /** The nth word, from 0; empty if there is none. */
  String word(int n) {
    return n < words.size() ? words.get(n) : "";
  }

  /** Whether it begins, ends or divides a transaction. */
  boolean isTransactionControl() {
    return TRANSACTION.contains(word(0)) && !word(1).equals("prepared");
  }

  /** Whether it may leave settings behind that the next script should not see. */
  boolean mayTouchSession() {
    return SESSION.contains(word(0));
  }
}
