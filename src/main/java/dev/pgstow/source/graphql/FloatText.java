package dev.pgstow.source.graphql;

import java.math.BigDecimal;

/** Floats as PostgreSQL writes a {@code double precision}. */
final class FloatText {
  private static final int SMALLEST_PLAIN = -4;
  private static final int LARGEST_PLAIN = 14;

  private FloatText() {}

  /** The same digits, in PostgreSQL's choice between {@code 1e-05} and {@code 0.0001}. */
  static String of(String number) {
    BigDecimal value = new BigDecimal(number).stripTrailingZeros();
    if (value.signum() == 0) {
      return number.startsWith("-") ? "-0" : "0";
    }
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN) {
      return value.toPlainString();
    }
    String digits = value.unscaledValue().abs().toString();
    return (value.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
