package dev.pgstow.rows;

import java.nio.charset.StandardCharsets;

/**
 * {@code interval} as an ISO 8601 duration, as {@code IntervalStyle = iso_8601} writes it: {@code
 * P1Y2M3DT4H5M6.7S}, with a sign at each part. The format is that of {@code interval_send}:
 * microseconds, days, months.
 */
final class IntervalWriter implements ValueWriter {
  private static final byte[] ZERO = "PT0S".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INFINITY = "infinity".getBytes(StandardCharsets.US_ASCII);
  private static final long HOUR = 3_600_000_000L;
  private static final long MINUTE = 60_000_000L;
  private static final long SECOND = 1_000_000L;

  @Override
  public void write(byte[] row, int at, int length, JsonSink out) {
    long micros = Wire.int8(row, at);
    int days = Wire.int4(row, at + 8);
    int months = Wire.int4(row, at + 12);
    out.put('"');
    if (micros == Long.MAX_VALUE && days == Integer.MAX_VALUE && months == Integer.MAX_VALUE) {
      out.put(INFINITY);
    } else if (micros == Long.MIN_VALUE
        && days == Integer.MIN_VALUE
        && months == Integer.MIN_VALUE) {
      out.put('-');
      out.put(INFINITY);
    } else if (micros == 0 && days == 0 && months == 0) {
      out.put(ZERO);
    } else {
      out.put('P');
      part(months / 12, 'Y', out);
      part(months % 12, 'M', out);
      part(days, 'D', out);
      if (micros != 0) {
        out.put('T');
        part(micros / HOUR, 'H', out);
        part(micros % HOUR / MINUTE, 'M', out);
        seconds(micros % MINUTE, out);
      }
    }
    out.put('"');
  }

  private static void part(long value, char unit, JsonSink out) {
    if (value != 0) {
      out.decimal(value);
      out.put(unit);
    }
  }

  private static void seconds(long micros, JsonSink out) {
    if (micros == 0) {
      return;
    }
    if (micros < 0) {
      out.put('-');
    }
    out.decimal(Math.abs(micros / SECOND));
    out.reserve(8);
    out.at = Decimals.fraction(out.buffer, out.at, (int) Math.abs(micros % SECOND));
    out.put('S');
  }
}
