package dev.pgstow.rows;

import java.nio.charset.StandardCharsets;

/**
 * {@code numeric} as a string, digit for digit what {@code numeric_out} writes. The format is that
 * of {@code numeric_send}: number of base-10,000 digits, weight of the first, sign, digits behind
 * the point, then the digits.
 */
final class NumericWriter implements ValueWriter {
  private static final int NEGATIVE = 0x4000;
  private static final int NAN = 0xC000;
  private static final int INFINITY = 0xD000;
  private static final int MINUS_INFINITY = 0xF000;
  private static final int GROUP = 4;

  @Override
  public void write(byte[] row, int at, int length, JsonSink out) {
    int count = Wire.int2(row, at);
    int weight = Wire.int2(row, at + 2);
    int sign = Wire.int2(row, at + 4) & 0xffff;
    int scale = Wire.int2(row, at + 6);
    int digits = at + 8;
    out.reserve(2);
    out.buffer[out.at++] = '"';
    switch (sign) {
      case NAN -> word(out, "NaN");
      case INFINITY -> word(out, "Infinity");
      case MINUS_INFINITY -> word(out, "-Infinity");
      default -> {
        if (sign == NEGATIVE) {
          out.put('-');
        }
        whole(row, digits, count, weight, out);
        if (scale > 0) {
          fraction(row, digits, count, weight, scale, out);
        }
      }
    }
    out.put('"');
  }

  private static void word(JsonSink out, String word) {
    out.put(word.getBytes(StandardCharsets.US_ASCII));
  }

  private static void whole(byte[] row, int digits, int count, int weight, JsonSink out) {
    if (weight < 0) {
      out.put('0');
      return;
    }
    out.decimal(group(row, digits, count, 0));
    for (int i = 1; i <= weight; i++) {
      out.reserve(GROUP);
      Decimals.four(out.buffer, out.at, group(row, digits, count, i));
      out.at += GROUP;
    }
  }

  private static void fraction(
      byte[] row, int digits, int count, int weight, int scale, JsonSink out) {
    out.put('.');
    int left = scale;
    for (int i = weight + 1; left > 0; i++) {
      out.reserve(GROUP);
      Decimals.four(out.buffer, out.at, group(row, digits, count, i));
      out.at += Math.min(GROUP, left);
      left -= GROUP;
    }
  }

  private static int group(byte[] row, int digits, int count, int i) {
    return i < 0 || i >= count ? 0 : Wire.int2(row, digits + 2 * i);
  }
}
