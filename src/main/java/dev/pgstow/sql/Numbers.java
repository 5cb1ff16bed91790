package dev.pgstow.sql;

/** Where a number ends. */
final class Numbers {
  private Numbers() {}

  /**
   * The end of the number that starts here: decimal, {@code 0x}, {@code 0o}, {@code 0b}, with
   * underscores between digits, fraction and exponent. {@code 1..2} holds the number 1.
   */
  static int end(String sql, int start) {
    int radix = sql.charAt(start) == '0' ? radix(at(sql, start + 1)) : 10;
    if (radix != 10) {
      int end = digits(sql, start + 2, radix);
      return end > start + 2 ? end : start + 1;
    }
    int end = digits(sql, start, 10);
    if (at(sql, end) == '.' && (end == start || at(sql, end + 1) != '.')) {
      end = digits(sql, end + 1, 10);
    }
    char e = at(sql, end);
    if (e == 'e' || e == 'E') {
      char sign = at(sql, end + 1);
      int exponent = end + (sign == '+' || sign == '-' ? 2 : 1);
      if (CharacterClass.isDigit(at(sql, exponent))) {
        end = digits(sql, exponent, 10);
      }
    }
    return end;
  }

  private static int digits(String sql, int from, int radix) {
    int end = from;
    while (isDigit(at(sql, end), radix)
        || (at(sql, end) == '_'
            && (end > from || radix != 10)
            && isDigit(at(sql, end + 1), radix))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private static int radix(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private static char at(String sql, int index) {
    return index < sql.length() ? sql.charAt(index) : '\0';
  }
}
