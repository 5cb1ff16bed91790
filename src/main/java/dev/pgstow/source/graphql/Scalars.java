package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pgstow.metaschema.ArrayText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Readers of the values that many servers write alike. */
final class Scalars {
  /** From here on, a double can't tell all numbers with three decimals, as money may have. */
  private static final double LEAST_ROUNDED = 1L << 43;

  private Scalars() {}

  /** Text, numbers and truth values as they stand; what is structured becomes JSON. */
  static ValueReader plain(JsonValues json) {
    return (parser, place) ->
        switch (parser.currentToken()) {
          case VALUE_NULL -> null;
          case VALUE_TRUE -> "t";
          case VALUE_FALSE -> "f";
          case START_OBJECT, START_ARRAY -> json.read(parser, place);
          default -> parser.getText();
        };
  }

  /**
   * Floats.
   *
   * @param orMoney whether the server shows money as one of JavaScript's numbers
   */
  static ValueReader floats(boolean orMoney) {
    return (parser, place) ->
        switch (parser.currentToken()) {
          case VALUE_NULL -> null;
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
            if (orMoney && Math.abs(parser.getDoubleValue()) >= LEAST_ROUNDED) {
              place.lost("Amounts of money this large are rounded by the server, as these may be");
            }
            yield FloatText.of(parser.getText());
          }
          default -> parser.getText();
        };
  }

  /** Text, rewritten. */
  static ValueReader text(Rewriting rewriting) {
    return (parser, place) ->
        parser.currentToken() == JsonToken.VALUE_NULL
            ? null
            : rewriting.rewrite(parser.getText(), place);
  }

  /** Rewrites a value's text. */
  @FunctionalInterface
  interface Rewriting {
    String rewrite(String text, Losses.Place place);
  }

  /** Base64 as PostgreSQL's {@code \x} hex. */
  static String bytes(String base64) {
    return "\\x" + HexFormat.of().formatHex(Base64.getMimeDecoder().decode(base64));
  }

  /** Values of an enum back to its labels; values that have none stay as they are. */
  static ValueReader labels(Map<String, String> labels) {
    return text((value, place) -> labels.getOrDefault(value, value));
  }

  /** An object of hstore's pairs as PostgreSQL writes them. */
  static @Nullable String pairs(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }
    Map<String, String> pairs = new TreeMap<>(JsonValues.KEYS);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
      pairs.put(key, quoted(key) + "=>" + (isNull ? "NULL" : quoted(parser.getText())));
    }
    return String.join(", ", pairs.values());
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
  }

  /**
   * A list as PostgreSQL writes an array; lists in it are further dimensions.
   *
   * @param json whether elements are JSON, which may be lists themselves
   */
  static ValueReader list(ValueReader element, boolean json) {
    return (parser, place) ->
        switch (parser.currentToken()) {
          case VALUE_NULL -> null;
          case START_ARRAY -> array(parser, element, json, place);
          default -> parser.getText();
        };
  }

  private static String array(
      JsonParser parser, ValueReader element, boolean json, Losses.Place place) throws IOException {
    List<@Nullable String> elements = new ArrayList<>();
    boolean deeper = false;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      deeper = !json && parser.currentToken() == JsonToken.START_ARRAY;
      elements.add(deeper ? array(parser, element, false, place) : element.read(parser, place));
    }
    return deeper ? "{" + String.join(",", elements) + "}" : ArrayText.format(elements);
  }
}
