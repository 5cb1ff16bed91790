package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON as {@code jsonb} writes it: keys by length, then by bytes; numbers as numeric, with their
 * scale; a blank behind commas and colons.
 *
 * @param form how the server gives JSON
 * @param throughJavaScript whether the server's numbers are JavaScript's
 * @param ordered whether keys are sorted, as in jsonb; json keeps the order they came in
 */
record JsonValues(Server.JsonForm form, boolean throughJavaScript, boolean ordered)
    implements ValueReader {
  /** How deep JSON may be nested: less than what overflows a thread's stack as it is written. */
  static final int DEEPEST = 2_000;

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
      place.doubtfulNull(
          "JSON's null can't be told from NULL through this API, which these may be");
      return null;
    }
    JsonNode value = parser.readValueAsTree();
    if (form == Server.JsonForm.VALUE || !value.isTextual()) {
      return text(value, place);
    }
    Optional<JsonNode> held = held((ObjectMapper) parser.getCodec(), value.asText());
    return form == Server.JsonForm.TEXT
        ? text(held.orElse(value), place)
        : held.filter(json -> isItself(json, value.asText(), place))
            .map(json -> value.asText())
            .orElseGet(() -> quoted(value.asText()));
  }

  /** Empty for a string itself. */
  private static Optional<JsonNode> held(ObjectMapper mapper, String text) {
    try {
      return Optional.of(
              mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text))
          .filter(json -> !json.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whether unquoted text is JSON, rather than a string that reads like it. */
  private boolean isItself(JsonNode json, String text, Losses.Place place) {
    if (json.isContainerNode() || json.isTextual()) {
      return true;
    }
    if (json.isNull() || (ordered && !written(json, place).equals(text))) {
      return false;
    }
    place.lost(
        "A JSON string that reads like a number or a truth value can't be told from one, which"
            + " these may be");
    return true;
  }

  private String text(JsonNode value, Losses.Place place) {
    if (!ordered) {
      place.lost("The spacing and repeated keys of json don't come through GraphQL");
    }
    return written(value, place);
  }

  private String written(JsonNode value, Losses.Place place) {
    StringBuilder out = new StringBuilder();
    write(value, out, place);
    return out.toString();
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    string(text, out);
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
