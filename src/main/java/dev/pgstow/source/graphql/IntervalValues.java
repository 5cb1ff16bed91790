package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostGraphile's interval objects, as PostgreSQL writes intervals in style {@code postgres}. */
final class IntervalValues implements ValueReader {
  /** The fields of such an object. */
  static final List<String> FIELDS =
      List.of("years", "months", "days", "hours", "minutes", "seconds");

  private static final int MICROSECONDS = 6;

  /** Whether a type is such an object. */
  static boolean isInterval(ApiType type) {
    return Set.copyOf(type.fields().stream().map(ApiField::name).toList()).containsAll(FIELDS);
  }

  @Override
  public @Nullable String read(JsonParser parser, Losses.Place place) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    JsonNode interval = parser.readValueAsTree();
    StringBuilder out = new StringBuilder();
    boolean negative = part(out, interval.path("years").asLong(), "year", false);
    negative = part(out, interval.path("months").asLong(), "mon", negative);
    negative = part(out, interval.path("days").asLong(), "day", negative);
    time(out, interval, negative);
    return out.toString();
  }

  /** Appends a part; whether a positive one after it needs a sign. */
  private static boolean part(StringBuilder out, long value, String unit, boolean negative) {
    if (value == 0) {
      return negative;
    }
    out.append(out.isEmpty() ? "" : " ").append(negative && value > 0 ? "+" : "").append(value);
    out.append(' ').append(unit).append(value == 1 ? "" : "s");
    return value < 0;
  }

  private static void time(StringBuilder out, JsonNode interval, boolean negative) {
    long hours = interval.path("hours").asLong();
    long minutes = interval.path("minutes").asLong();
    BigDecimal seconds =
        interval.path("seconds").decimalValue().setScale(MICROSECONDS, RoundingMode.HALF_EVEN);
    boolean below = hours < 0 || minutes < 0 || seconds.signum() < 0;
    boolean none = hours == 0 && minutes == 0 && seconds.signum() == 0;
    if (none && !out.isEmpty()) {
      return;
    }
    String[] parts = seconds.abs().toPlainString().split("\\.", 2);
    String fraction = parts[1].replaceFirst("0+$", "");
    out.append(out.isEmpty() ? "" : " ")
        .append(below ? "-" : negative ? "+" : "")
        .append(String.format("%02d:%02d:", Math.abs(hours), Math.abs(minutes)))
        .append(parts[0].length() < 2 ? "0" : "")
        .append(parts[0])
        .append(fraction.isEmpty() ? "" : ".")
        .append(fraction);
  }
}
