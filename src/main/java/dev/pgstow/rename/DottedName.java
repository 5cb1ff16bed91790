package dev.pgstow.rename;

import dev.pgstow.sql.SqlToken;

/** An identifier or several with dots between them, as tokens come in; blanks may stand between. */
final class DottedName {
  private int dots;
  private int parts;
  private boolean quoted;
  private boolean dotted;
  private int start;
  private int firstEnd;
  private int lastStart;
  private int end;

  /** Takes a token that goes on with the name. */
  boolean takes(String sql, SqlToken token) {
    boolean follows = parts == 0 || dotted;
    return switch (token.kind()) {
      case IDENTIFIER -> follows && part(token.start(), token.end(), false);
      case QUOTED_IDENTIFIER ->
          follows && part(token.start() + 1, token.end() - (token.terminated() ? 1 : 0), true);
      case PUNCTUATION -> parts > 0 && !dotted && isDot(sql, token) && dot();
      default -> false;
    };
  }

  private static boolean isDot(String sql, SqlToken token) {
    return sql.charAt(token.start()) == '.' && token.end() - token.start() == 1;
  }

  private boolean part(int from, int to, boolean inQuotes) {
    if (parts == 0) {
      start = from;
      firstEnd = to;
      quoted = inQuotes;
    }
    lastStart = from;
    end = to;
    parts++;
    dotted = false;
    return true;
  }

  private boolean dot() {
    dots++;
    dotted = true;
    return true;
  }

  void clear() {
    dots = 0;
    parts = 0;
    dotted = false;
  }

  boolean isEmpty() {
    return parts == 0;
  }

  /** Whether it may be a key word. */
  boolean isPlain() {
    return isSingle() && !quoted;
  }

  boolean isSingle() {
    return dots == 0;
  }

  /** Whether it is {@code a.b}, and neither {@code a.*} nor longer. */
  boolean isPair() {
    return dots == 1 && parts == 2;
  }

  /** Where the first part starts, behind its quote. */
  int start() {
    return start;
  }

  int firstEnd() {
    return firstEnd;
  }

  int lastStart() {
    return lastStart;
  }

  int end() {
    return end;
  }
}
