package dev.pgstow.rows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Digits into byte arrays, two at a time. */
final class Decimals {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final int HUNDRED_MILLION = 100_000_000;

  /** {@code "00"} to {@code "99"}. */
  private static final short[] PAIRS = new short[100];

  static {
    for (int i = 0; i < PAIRS.length; i++) {
      PAIRS[i] = (short) (('0' + i / 10) << 8 | ('0' + i % 10));
    }
  }

  private Decimals() {}

  /** Writes a number in as many digits as it takes; returns where it ends. */
  static int put(byte[] to, int at, long value) {
    if (value < 0) {
      to[at] = '-';
      if (value == Long.MIN_VALUE) {
        // The only one whose opposite is no long.
        int end = plain(to, at + 1, -(value / 10));
        to[end] = '8';
        return end + 1;
      }
      return plain(to, at + 1, -value);
    }
    return plain(to, at, value);
  }

  private static int plain(byte[] to, int at, long value) {
    if (value < HUNDRED_MILLION) {
      return head(to, at, (int) value);
    }
    long upper = value / HUNDRED_MILLION;
    int end = upper < HUNDRED_MILLION ? head(to, at, (int) upper) : plain(to, at, upper);
    int lower = (int) (value - upper * HUNDRED_MILLION);
    four(to, end, lower / 10_000);
    four(to, end + 4, lower % 10_000);
    return end + 8;
  }

  /** A number of at most eight digits. */
  private static int head(byte[] to, int at, int value) {
    int digits =
        value < 10_000
            ? value < 100 ? value < 10 ? 1 : 2 : value < 1_000 ? 3 : 4
            : value < 1_000_000 ? value < 100_000 ? 5 : 6 : value < 10_000_000 ? 7 : 8;
    int end = at + digits;
    int i = end;
    int rest = value;
    while (rest >= 10) {
      int upper = rest / 100;
      i -= 2;
      SHORTS.set(to, i, PAIRS[rest - upper * 100]);
      rest = upper;
    }
    if (i > at) {
      to[at] = (byte) ('0' + rest);
    }
    return end;
  }

  /** Writes the two digits of a number below 100. */
  static void two(byte[] to, int at, int value) {
    SHORTS.set(to, at, PAIRS[value]);
  }

  /** Writes the four digits of a number below 10,000. */
  static void four(byte[] to, int at, int value) {
    int upper = value / 100;
    SHORTS.set(to, at, PAIRS[upper]);
    SHORTS.set(to, at + 2, PAIRS[value - upper * 100]);
  }

  /** Writes {@code .5} for 500,000 microseconds, and nothing for none; returns where it ends. */
  static int fraction(byte[] to, int at, int micros) {
    if (micros == 0) {
      return at;
    }
    int upper = micros / 10_000;
    to[at] = '.';
    two(to, at + 1, upper);
    four(to, at + 3, micros - upper * 10_000);
    int end = at + 7;
    while (to[end - 1] == '0') {
      end--;
    }
    return end;
  }
}
