package dev.pgstow.rename;

/** Looks ahead in SQL, over white space and comments. */
final class Dots {
  private Dots() {}

  /** Whether a dot and a name follow; {@code .*} follows tables and rows only. */
  static boolean qualifies(String sql, int index) {
    int dot = skipBlank(sql, index);
    if (dot >= sql.length() || sql.charAt(dot) != '.') {
      return false;
    }
    int name = skipBlank(sql, dot + 1);
    return name < sql.length() && sql.charAt(name) != '*' && sql.charAt(name) != '.';
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
