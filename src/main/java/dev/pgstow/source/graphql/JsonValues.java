package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON as {@code jsonb} writes it: keys by length, then by bytes; numbers as numeric, with their
 * scale; a blank behind commas and colons.
 *
 * @param asText whether the server gives JSON as a string that holds it
 * @param throughJavaScript whether the server's numbers are JavaScript's
 * @param nullIsNull whether JSON's null comes like NULL
 * @param ordered whether keys are sorted, as in jsonb; json keeps the order they came in
 */
record JsonValues(boolean asText, boolean throughJavaScript, boolean nullIsNull, boolean ordered)
    implements ValueReader {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);
  private static final int JAVASCRIPT_DIGITS = 16;
  private static final int MOST_DIGITS = 20_000;

  /** As jsonb and hstore sort their keys. */
  static final Comparator<String> KEYS =
      Comparator.<String>comparingInt(key -> key.getBytes(StandardCharsets.UTF_8).length)
          .thenComparing(
              (a, b) ->
                  Arrays.compareUnsigned(
                      a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));

  @Override
  public @Nullable String read(JsonParser parser, Losses.Place place) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      if (nullIsNull) {
        place.lost("JSON's null can't be told from NULL through this API, which these may be");
      }
      return null;
    }
    JsonNode value = parser.readValueAsTree();
    if (asText && value.isTextual()) {
      JsonNode held = held((ObjectMapper) parser.getCodec(), value.asText());
      if (held != null) {
        return text(held, place);
      }
    }
    return text(value, place);
  }

  private static @Nullable JsonNode held(ObjectMapper mapper, String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      // Then it is a string itself.
      return null;
    }
  }

  private String text(JsonNode value, Losses.Place place) {
    if (!ordered) {
      place.lost("The spacing and repeated keys of json don't come through GraphQL");
    }
    StringBuilder out = new StringBuilder();
    write(value, out, place);
    return out.toString();
  }

  private void write(JsonNode value, StringBuilder out, Losses.Place place) {
    if (value.isObject()) {
      List<String> keys = new ArrayList<>();
      value.fieldNames().forEachRemaining(keys::add);
      if (ordered) {
        keys.sort(KEYS);
      }
      String separator = "";
      out.append('{');
      for (String key : keys) {
        out.append(separator);
        string(key, out);
        out.append(": ");
        write(value.path(key), out, place);
        separator = ", ";
      }
      out.append('}');
    } else if (value.isArray()) {
      String separator = "";
      out.append('[');
      for (JsonNode element : value) {
        out.append(separator);
        write(element, out, place);
        separator = ", ";
      }
      out.append(']');
    } else if (value.isNumber()) {
      out.append(number(value.decimalValue(), place));
    } else if (value.isTextual()) {
      string(value.asText(), out);
    } else {
      out.append(value.asText());
    }
  }

  private String number(BigDecimal number, Losses.Place place) {
    if (throughJavaScript
        && (number.abs().compareTo(LARGEST) >= 0 || number.precision() > JAVASCRIPT_DIGITS)) {
      place.lost("Numbers in JSON may have been rounded by the server, to what JavaScript holds");
    }
    return Math.abs((long) number.scale()) > MOST_DIGITS
        ? number.toString()
        : (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
