package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * PostGraphile's range objects, {@code {start: {value inclusive} end: …}}, as PostgreSQL writes
 * ranges.
 *
 * @param infinityIsNull whether an infinite bound comes as none
 */
record RangeValues(ValueReader bounds, boolean infinityIsNull) implements ValueReader {
  static final String SELECTION = " { start { value inclusive } end { value inclusive } }";

  /** Whether a type is such an object. */
  static boolean isRange(ApiType type) {
    return type.fields().size() == 2 && type.has("start") && type.has("end");
  }

  @Override
  public @Nullable String read(JsonParser parser, Losses.Place place) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    String start = "(";
    String end = ")";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean first = parser.currentName().equals("start");
      parser.nextToken();
      String bound = bound(parser, place, first);
      if (first) {
        start = bound;
      } else {
        end = bound;
      }
    }
    if (start.equals("(") && end.equals(")")) {
      place.lost("The empty range can't be told from the unbounded one");
    }
    return start + "," + end;
  }

  private String bound(JsonParser parser, Losses.Place place, boolean first) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      if (infinityIsNull) {
        place.lost("This server shows an infinite bound of a range as none, which these may have");
      }
      return first ? "(" : ")";
    }
    String value = "";
    boolean inclusive = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isValue = parser.currentName().equals("value");
      parser.nextToken();
      if (isValue) {
        value = quoted(String.valueOf(bounds.read(parser, place)));
      } else {
        inclusive = parser.getBooleanValue();
      }
    }
    return first ? (inclusive ? "[" : "(") + value : value + (inclusive ? "]" : ")");
  }

  /** As {@code range_out} quotes. */
  private static String quoted(String value) {
    boolean needs = value.isEmpty() || value.matches("(?s).*[\"\\\\(),\\[\\]\\s].*");
    return needs ? '"' + value.replaceAll("([\"\\\\])", "$1$1") + '"' : value;
  }
}
