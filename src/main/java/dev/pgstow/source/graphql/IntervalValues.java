package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostGraphile's interval objects, as PostgreSQL writes intervals in style {@code postgres}. */
record IntervalValues(Server server) implements ValueReader {
  /** The fields of such an object. */
  static final List<String> FIELDS =
      List.of("years", "months", "days", "hours", "minutes", "seconds");

  private static final int MICROSECONDS = 6;
  private static final String NONE = "00:00:00";

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
    String time = time(interval);
    boolean none = time.equals(NONE);
    if (out.isEmpty() || !none) {
      out.append(out.isEmpty() ? "" : " ").append(negative && !time.startsWith("-") ? "+" : "");
      out.append(time);
    }
    String text = out.toString();
    doubt(text, time).ifPresent(why -> place.doubtful(text, interval, why));
    return text;
  }

  private Optional<String> doubt(String text, String time) {
    boolean cut = time.startsWith("-") && time.indexOf('.') < 0;
    if (server.throughToChar() && (cut || text.equals(NONE))) {
      return Optional.of(
          "This server drops the fraction of negative seconds, which these intervals may have had");
    }
    return server.throughJavaScript() && !server.throughToChar() && text.equals(NONE)
        ? Optional.of("This server shows an infinite interval as 00:00:00, which these may be")
        : Optional.empty();
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

  private static String time(JsonNode interval) {
    long hours = interval.path("hours").asLong();
    long minutes = interval.path("minutes").asLong();
    BigDecimal seconds =
        interval.path("seconds").decimalValue().setScale(MICROSECONDS, RoundingMode.HALF_EVEN);
    boolean below = hours < 0 || minutes < 0 || seconds.signum() < 0;
    String[] parts = seconds.abs().toPlainString().split("\\.", 2);
    String fraction = parts[1].replaceFirst("0+$", "");
    return (below ? "-" : "")
        + String.format("%02d:%02d:", Math.abs(hours), Math.abs(minutes))
        + (parts[0].length() < 2 ? "0" : "")
        + parts[0]
        + (fraction.isEmpty() ? "" : "." + fraction);
  }
}
