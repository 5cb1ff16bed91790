package dev.pgstow.source.graphql;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps and times of ISO 8601 as PostgreSQL writes them in time zone UTC. */
final class Moments {
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "([+-]?\\d{4,})-(\\d\\d)-(\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?"
              + "(Z|[+-]\\d\\d(?::?\\d\\d)?)?( BC)?");
  private static final Pattern TIME =
      Pattern.compile("(\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?(Z|[+-]\\d\\d(?::?\\d\\d)?(?::?\\d\\d)?)?");

  private Moments() {}

  /** A timestamp; what looks like none, such as {@code infinity}, stays as it is. */
  static String timestamp(String text, Losses.Place place) {
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    String fraction = parts.group(5) == null ? "" : parts.group(5);
    String zone = parts.group(6) == null ? "" : parts.group(6);
    if (fraction.length() == 4 && zone.equals("Z")) {
      place.lost("Timestamps come in milliseconds, finer ones are cut");
    }
    String era = parts.group(7) == null ? "" : parts.group(7);
    String local =
        parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3) + " " + parts.group(4);
    if (zone.isEmpty()) {
      return local + trimmed(fraction) + era;
    }
    if (isUtc(zone)) {
      return local + trimmed(fraction) + "+00" + era;
    }
    try {
      LocalDateTime utc =
          OffsetDateTime.of(
                  LocalDateTime.parse(local.replace(' ', 'T')), ZoneOffset.of(colon(zone)))
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDateTime();
      String shifted = utc.toString().replace('T', ' ');
      return (shifted.length() == 16 ? shifted + ":00" : shifted) + trimmed(fraction) + "+00" + era;
    } catch (DateTimeParseException e) {
      place.lost("Timestamps come in another time zone than UTC");
      return text;
    }
  }

  /** A time, with or without zone. */
  static String time(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    String fraction = parts.group(2) == null ? "" : parts.group(2);
    String zone = parts.group(3) == null ? "" : parts.group(3);
    return parts.group(1) + trimmed(fraction) + (isUtc(zone) ? "+00" : zone);
  }

  private static boolean isUtc(String zone) {
    return zone.equals("Z") || zone.matches("[+-]00(:?00)*");
  }

  private static String colon(String zone) {
    return zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
  }

  private static String trimmed(String fraction) {
    String trimmed = fraction.replaceFirst("0+$", "");
    return trimmed.equals(".") ? "" : trimmed;
  }
}
