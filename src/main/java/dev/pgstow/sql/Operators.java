package dev.pgstow.sql;

/**
 * Where operators end. A run of operator characters is looked at once, however many operators it
 * holds.
 */
final class Operators {
  private final String sql;
  private int runEnd;
  private int signs;
  private int lastFree;

  Operators(String sql) {
    this.sql = sql;
  }

  /**
   * The end of the operator that starts here. It stops before a comment; and so that {@code a=-1}
   * means what it says, it ends in {@code +} or {@code -} only if it is a single character or holds
   * one that SQL's own operators don't.
   */
  int end(int start) {
    if (start >= runEnd) {
      scanRun(start);
    }
    return lastFree >= start ? runEnd : Math.max(start + 1, signs);
  }

  private void scanRun(int start) {
    runEnd = start;
    signs = start;
    lastFree = -1;
    while (runEnd < sql.length() && CharacterClass.isOperator(sql.charAt(runEnd))) {
      if (sql.startsWith("--", runEnd) || sql.startsWith("/*", runEnd)) {
        break;
      }
      char c = sql.charAt(runEnd);
      if (CharacterClass.isFreeOperator(c)) {
        lastFree = runEnd;
      }
      runEnd++;
      if (c != '+' && c != '-') {
        signs = runEnd;
      }
    }
  }
}
