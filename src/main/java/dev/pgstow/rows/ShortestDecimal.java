package dev.pgstow.rows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * The shortest decimal number that reads back as a binary floating-point number, as PostgreSQL
 * writes it with {@code extra_float_digits} above 0. {@code Double.toString} is not always the
 * shortest before JDK 19, and makes a string a value.
 *
 * <p>The method is that of Raffaello Giulietti, "The Schubfach way to render doubles" (2021), over
 * intervals without their ends, as in PostgreSQL's {@code d2s.c}.
 */
final class ShortestDecimal {
  private static final byte[] NAN = "\"NaN\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INFINITY = "\"Infinity\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MINUS_INFINITY = "\"-Infinity\"".getBytes(StandardCharsets.US_ASCII);
  private static final long MASK_63 = Long.MAX_VALUE;

  /** Decimal exponents at which {@code float8out} and {@code float4out} turn to {@code 1e+15}. */
  private static final int DOUBLE_PLAIN = 15;

  private static final int FLOAT_PLAIN = 6;

  private ShortestDecimal() {}

  static void float8(byte[] row, int at, int length, JsonSink out) {
    long bits = Wire.int8(row, at);
    int exponent = (int) (bits >>> 52) & 0x7ff;
    long fraction = bits & (1L << 52) - 1;
    if (exponent == 0x7ff) {
      special(bits < 0, fraction, out);
    } else if (exponent == 0) {
      put(bits < 0, fraction, -1074, false, DOUBLE_PLAIN, out);
    } else {
      long significand = fraction | 1L << 52;
      put(bits < 0, significand, exponent - 1075, fraction == 0 && exponent > 1, DOUBLE_PLAIN, out);
    }
  }

  static void float4(byte[] row, int at, int length, JsonSink out) {
    int bits = Wire.int4(row, at);
    int exponent = (bits >>> 23) & 0xff;
    int fraction = bits & (1 << 23) - 1;
    if (exponent == 0xff) {
      special(bits < 0, fraction, out);
    } else if (exponent == 0) {
      put(bits < 0, fraction, -149, false, FLOAT_PLAIN, out);
    } else {
      long significand = fraction | 1L << 23;
      put(bits < 0, significand, exponent - 150, fraction == 0 && exponent > 1, FLOAT_PLAIN, out);
    }
  }

  private static void special(boolean negative, long fraction, JsonSink out) {
    out.put(fraction != 0 ? NAN : negative ? MINUS_INFINITY : INFINITY);
  }

  /**
   * Writes {@code c * 2^q}.
   *
   * @param narrow whether the number below is only half as far as the one above
   */
  private static void put(
      boolean negative, long c, int q, boolean narrow, int plain, JsonSink out) {
    out.reserve(32);
    if (negative) {
      out.buffer[out.at++] = '-';
    }
    if (c == 0) {
      out.buffer[out.at++] = '0';
      return;
    }
    if (q <= 0 && q > -53 && (c & (1L << -q) - 1) == 0) {
      digits(c >> -q, 0, plain, out);
      return;
    }
    int k = narrow ? floorLog10ThreeQuartersPow2(q) : floorLog10Pow2(q);
    int h = q + floorLog2Pow10(-k) + 2;
    long g1 = Powers.HIGH[k - Powers.FIRST];
    long g0 = Powers.LOW[k - Powers.FIRST];
    long below = (c << 2) - (narrow ? 1 : 2);
    long value = roundToOdd(g1, g0, c << 2 << h);
    // The ends of the interval are left out.
    long low = roundToOdd(g1, g0, below << h) + 1;
    long high = roundToOdd(g1, g0, (c << 2) + 2 << h) - 1;
    long s = value >> 2;
    if (s >= 10) {
      long tens = s / 10;
      boolean down = low <= 40 * tens;
      boolean up = 40 * tens + 40 <= high;
      if (down != up) {
        digits(down ? tens : tens + 1, k + 1, plain, out);
        return;
      }
    }
    boolean down = low <= 4 * s;
    boolean up = 4 * s + 4 <= high;
    if (down != up) {
      digits(down ? s : s + 1, k, plain, out);
      return;
    }
    long middle = 4 * s + 2;
    boolean roundUp = value > middle || (value == middle && (s & 1) != 0);
    digits(roundUp ? s + 1 : s, k, plain, out);
  }

  private static long roundToOdd(long g1, long g0, long cp) {
    long x1 = Math.multiplyHigh(g0, cp);
    long y0 = g1 * cp;
    long y1 = Math.multiplyHigh(g1, cp);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | ((z & MASK_63) + MASK_63) >>> 63;
  }

  /** Writes {@code digits * 10^exponent}, in the form PostgreSQL chooses. */
  private static void digits(long digits, int exponent, int plain, JsonSink out) {
    long d = digits;
    int e = exponent;
    while (d % 10 == 0) {
      d /= 10;
      e++;
    }
    byte[] to = out.buffer;
    int start = out.at;
    int end = Decimals.put(to, start, d);
    int length = end - start;
    int scientific = e + length - 1;
    if (scientific < -4 || scientific >= plain) {
      out.at = scientific(to, start, length, scientific);
    } else if (e >= 0) {
      for (int i = 0; i < e; i++) {
        to[end++] = '0';
      }
      out.at = end;
    } else if (scientific >= 0) {
      int point = start + scientific + 1;
      System.arraycopy(to, point, to, point + 1, end - point);
      to[point] = '.';
      out.at = end + 1;
    } else {
      int zeros = 1 - scientific;
      System.arraycopy(to, start, to, start + zeros, length);
      for (int i = 0; i < zeros; i++) {
        to[start + i] = '0';
      }
      to[start + 1] = '.';
      out.at = end + zeros;
    }
  }

  private static int scientific(byte[] to, int start, int length, int exponent) {
    int at = start + length;
    if (length > 1) {
      System.arraycopy(to, start + 1, to, start + 2, length - 1);
      to[start + 1] = '.';
      at++;
    }
    to[at++] = 'e';
    to[at++] = (byte) (exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    if (size < 10) {
      to[at++] = '0';
    }
    return Decimals.put(to, at, size);
  }

  private static int floorLog10Pow2(int e) {
    return (int) (e * 661_971_961_083L >> 41);
  }

  private static int floorLog10ThreeQuartersPow2(int e) {
    return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
  }

  private static int floorLog2Pow10(int e) {
    return (int) (e * 913_124_641_741L >> 38);
  }

  /** Powers of ten to 126 bits, rounded up, in two halves of 63; made when first needed. */
  private static final class Powers {
    static final int FIRST = -324;
    private static final int LAST = 292;
    static final long[] HIGH = new long[LAST - FIRST + 1];
    static final long[] LOW = new long[LAST - FIRST + 1];

    static {
      BigInteger mask = BigInteger.valueOf(MASK_63);
      for (int k = FIRST; k <= LAST; k++) {
        int shift = 125 - floorLog2Pow10(-k);
        BigInteger power = BigInteger.TEN.pow(Math.abs(k));
        BigInteger g =
            (k <= 0 ? shifted(power, shift) : BigInteger.ONE.shiftLeft(shift).divide(power))
                .add(BigInteger.ONE);
        HIGH[k - FIRST] = g.shiftRight(63).longValueExact();
        LOW[k - FIRST] = g.and(mask).longValueExact();
      }
    }

    private static BigInteger shifted(BigInteger number, int left) {
      return left >= 0 ? number.shiftLeft(left) : number.shiftRight(-left);
    }
  }
}
