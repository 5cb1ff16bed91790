package dev.pgstow.rows;

/** Digits into byte arrays. */
final class Decimals {
  private Decimals() {}

  /** Writes a number in as many digits as it takes; returns where it ends. */
  static int put(byte[] to, int at, long value) {
    int start = at;
    // The negative half is the larger one.
    long rest = value;
    if (value < 0) {
      to[start++] = '-';
    } else {
      rest = -value;
    }
    int end = start + digits(rest);
    int i = end;
    do {
      to[--i] = (byte) ('0' - rest % 10);
      rest /= 10;
    } while (rest != 0);
    return end;
  }

  private static int digits(long negative) {
    int count = 1;
    long limit = -10;
    while (count < 19 && negative <= limit) {
      limit *= 10;
      count++;
    }
    return count;
  }

  /** Writes the last two digits of a number that is not negative. */
  static void two(byte[] to, int at, int value) {
    to[at] = (byte) ('0' + value / 10 % 10);
    to[at + 1] = (byte) ('0' + value % 10);
  }

  /** Writes the last four digits of a number that is not negative. */
  static void four(byte[] to, int at, int value) {
    two(to, at, value / 100);
    two(to, at + 2, value);
  }

  /** Writes {@code .5} for 500,000 microseconds, and nothing for none; returns where it ends. */
  static int fraction(byte[] to, int at, int micros) {
    if (micros == 0) {
      return at;
    }
    int end = at + 7;
    int rest = micros;
    to[at] = '.';
    for (int i = end - 1; i > at; i--) {
      to[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    while (to[end - 1] == '0') {
      end--;
    }
    return end;
  }
}
