package dev.pgstow.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event as one line of JSON. What a terminal would obey or not show, and JSON allows as it is
 * (C1 controls, DEL, bidi overrides, line separators), is escaped: somebody may look at the line.
 */
final class JsonLine {
  private JsonLine() {}

  static String of(JsonNode event) {
    String json = event.toString();
    StringBuilder line = new StringBuilder(json.length() + 16);
    // Outside of strings JSON is ASCII, so that an escape is always within one.
    json.codePoints().forEach(point -> append(line, point));
    return line.toString();
  }

  private static void append(StringBuilder line, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        for (char unit : Character.toChars(point)) {
          line.append("\\u%04x".formatted((int) unit));
        }
      }
      default -> line.appendCodePoint(point);
    }
  }
}
