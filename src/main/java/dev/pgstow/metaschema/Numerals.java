package dev.pgstow.metaschema;

/** Numbers as pgpm writes them. */
final class Numerals {
  private Numerals() {}

  /**
   * PostgreSQL's shortest digits of a float ({@code 1e-07}, {@code 9.007199254740992e+15}) in the
   * notation of JavaScript's {@code Number::toString} ({@code 1e-7}, {@code 9007199254740992}).
   * {@code NaN} and the infinities are the caller's to keep away.
   *
   * @see <a href="https://tc39.es/ecma262/#sec-numeric-types-number-tostring">ECMA-262</a>
   */
  static String javaScript(String text) {
    boolean negative = text.startsWith("-");
    int start = negative || text.startsWith("+") ? 1 : 0;
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = text.substring(start, mark < 0 ? text.length() : mark);
    int exponent = mark < 0 ? 0 : Integer.parseInt(text.substring(mark + 1));
    int dot = mantissa.indexOf('.');
    String digits = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int point = (dot < 0 ? mantissa.length() : dot) + exponent;

    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    int end = digits.length();
    while (end > zeros && digits.charAt(end - 1) == '0') {
      end--;
    }
    if (zeros == end) {
      return negative ? "-0" : "0";
    }
    return (negative ? "-" : "") + place(digits.substring(zeros, end), point - zeros);
  }

  private static String place(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String fraction = count == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
