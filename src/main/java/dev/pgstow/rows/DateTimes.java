package dev.pgstow.rows;

import java.nio.charset.StandardCharsets;

/**
 * Dates and times from the binary formats: days and microseconds since 2000-01-01, in UTC. ISO 8601
 * with all microseconds; what ISO 8601 has no common form for (infinities, years outside 0001 to
 * 9999) keeps PostgreSQL's text.
 */
final class DateTimes {
  private static final long DAY = 86_400_000_000L;
  private static final byte[] INFINITY = ascii("infinity");
  private static final byte[] MINUS_INFINITY = ascii("-infinity");
  private static final byte[] BC = ascii(" BC");
  private static final byte[] NO_ZONE = {};
  private static final byte[] ISO_UTC = ascii("Z");
  private static final byte[] UTC = ascii("+00");

  /** Longest text of a moment, with quotes. */
  private static final int LONGEST = 40;

  /** From 0000-03-01 to 2000-01-01, in the proleptic Gregorian calendar. */
  private static final int DAYS_TO_2000 = 730_425;

  private static final int ERA_DAYS = 146_097;
  private static final int ERA_YEARS = 400;

  private DateTimes() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static void date(byte[] row, int at, int length, JsonSink out) {
    int days = Wire.int4(row, at);
    out.reserve(LONGEST);
    out.buffer[out.at++] = '"';
    if (days == Integer.MAX_VALUE || days == Integer.MIN_VALUE) {
      out.put(days > 0 ? INFINITY : MINUS_INFINITY);
    } else if (putDate(days, out) <= 0) {
      out.put(BC);
    }
    out.put('"');
  }

  static void timestamp(byte[] row, int at, int length, JsonSink out) {
    moment(Wire.int8(row, at), NO_ZONE, NO_ZONE, out);
  }

  static void timestamptz(byte[] row, int at, int length, JsonSink out) {
    moment(Wire.int8(row, at), ISO_UTC, UTC, out);
  }

  static void time(byte[] row, int at, int length, JsonSink out) {
    out.reserve(LONGEST);
    out.buffer[out.at++] = '"';
    putTime(Wire.int8(row, at), out);
    out.buffer[out.at++] = '"';
  }

  private static void moment(long micros, byte[] isoZone, byte[] zone, JsonSink out) {
    out.reserve(LONGEST);
    out.buffer[out.at++] = '"';
    if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
      out.put(micros > 0 ? INFINITY : MINUS_INFINITY);
    } else {
      long days = Math.floorDiv(micros, DAY);
      int year = putDate((int) days, out);
      boolean iso = year >= 1 && year <= 9999;
      out.buffer[out.at++] = (byte) (iso ? 'T' : ' ');
      putTime(micros - days * DAY, out);
      out.put(iso ? isoZone : zone);
      if (year <= 0) {
        out.put(BC);
      }
    }
    out.put('"');
  }

  /**
   * Writes year, month and day where there is room; returns the astronomical year: 0 is 1 BC.
   * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days.
   */
  private static int putDate(int days, JsonSink out) {
    // PostgreSQL's dates end in the year 5874897, so this stays an int.
    int shifted = days + DAYS_TO_2000;
    int era = Math.floorDiv(shifted, ERA_DAYS);
    int dayOfEra = shifted - era * ERA_DAYS;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    int year = yearOfEra + era * ERA_YEARS + (month <= 2 ? 1 : 0);
    int shown = year > 0 ? year : 1 - year;
    byte[] to = out.buffer;
    int at = out.at;
    if (shown <= 9999) {
      Decimals.four(to, at, shown);
      at += 4;
    } else {
      at = Decimals.put(to, at, shown);
    }
    to[at] = '-';
    Decimals.two(to, at + 1, month);
    to[at + 3] = '-';
    Decimals.two(to, at + 4, day);
    out.at = at + 6;
    return year;
  }

  /** Writes hours to microseconds where there is room. */
  private static void putTime(long micros, JsonSink out) {
    byte[] to = out.buffer;
    int at = out.at;
    int seconds = (int) (micros / 1_000_000);
    int minutes = seconds / 60;
    int hours = minutes / 60;
    Decimals.two(to, at, hours);
    to[at + 2] = ':';
    Decimals.two(to, at + 3, minutes - hours * 60);
    to[at + 5] = ':';
    Decimals.two(to, at + 6, seconds - minutes * 60);
    out.at = Decimals.fraction(to, at + 8, (int) (micros - seconds * 1_000_000L));
  }
}
