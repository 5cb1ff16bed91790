package dev.pgstow.metaschema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Compares JSON texts as {@code jsonb} does: neither the order of keys counts, nor how often one is
 * given but for the last time, nor how a number is written.
 */
final class JsonbText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonbText() {}

  /** Whether both are the same value; never of what is no JSON or more than Jackson takes. */
  static boolean isSame(String one, String other) {
    try {
      return MAPPER.readTree(one).equals(JsonbText::compare, MAPPER.readTree(other));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** As {@link JsonNode#equals(java.util.Comparator, JsonNode)} wants it: 0 for the same. */
  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
