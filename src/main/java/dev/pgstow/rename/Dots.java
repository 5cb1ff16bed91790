package dev.pgstow.rename;

/** Looks ahead in SQL, over white space and comments. */
final class Dots {
  private Dots() {}

  /** The signs operators are made of. */
  private static final String SIGNS = "+-*/<>=~!@#%^&|`?";

  /**
   * Whether a dot and a name follow. {@code .*} follows tables and rows, unless it is an operator.
   *
   * @param operator whether an operator is to be named; else its operands tell it
   */
  static boolean qualifies(String sql, int index, boolean operator) {
    int dot = skipBlank(sql, index);
    if (dot >= sql.length() || sql.charAt(dot) != '.') {
      return false;
    }
    int name = skipBlank(sql, dot + 1);
    return name < sql.length()
        && sql.charAt(name) != '.'
        && (sql.charAt(name) != '*' || operator || sql.startsWith("(", skipBlank(sql, name + 1)));
  }

  /** Whether an operator's name begins with it. */
  static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0;
  }

  /** The index of what is neither white space nor comment. */
  static int skipBlank(String sql, int index) {
    int i = index;
    while (i < sql.length()) {
      if (Character.isWhitespace(sql.charAt(i))) {
        i++;
      } else if (sql.startsWith("--", i)) {
        int end = sql.indexOf('\n', i);
        i = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", i)) {
        int end = sql.indexOf("*/", i + 2);
        i = end < 0 ? sql.length() : end + 2;
      } else {
        return i;
      }
    }
    return i;
  }
}
