package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.util.EnumMap;

/**
 * libpq's other way to write a connection: {@code host=localhost dbname='my db'}. Messages name
 * keywords only; a value can be a password.
 */
final class KeywordValues {
  private final String text;
  private int at;

  private KeywordValues(String text) {
    this.text = text;
  }

  /**
   * The parameters the text gives.
   *
   * @throws Failure {@code bad-connection-string}, {@code unknown-connection-parameter}
   */
  static EnumMap<Keyword, String> parse(String text) {
    return new KeywordValues(text).parse();
  }

  private EnumMap<Keyword, String> parse() {
    EnumMap<Keyword, String> values = new EnumMap<>(Keyword.class);
    skipSpace();
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && text.charAt(at) != '=' && !isSpace(text.charAt(at))) {
        at++;
      }
      String name = text.substring(start, at);
      skipSpace();
      if (at >= text.length() || text.charAt(at) != '=') {
        throw bad("A word of the connection string is not followed by \"=\".");
      }
      at++;
      skipSpace();
      String value = value(name);
      Keyword keyword =
          Keyword.of(name)
              .orElseThrow(
                  () ->
                      Failure.usage(
                          "unknown-connection-parameter",
                          "The connection string has a parameter libpq does not know: "
                              + name
                              + ".",
                          "Leave it out."));
      if (!value.isEmpty()) {
        values.put(keyword, value);
      }
      skipSpace();
    }
    return values;
  }

  private String value(String name) {
    boolean quoted = at < text.length() && text.charAt(at) == '\'';
    if (quoted) {
      at++;
    }
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quoted ? c == '\'' : isSpace(c)) {
        break;
      }
      at++;
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      } else if (c == '\\') {
        break;
      }
      value.append(c);
    }
    if (quoted) {
      if (at >= text.length()) {
        throw bad("The quoted value of " + name + " is not closed.");
      }
      at++;
    }
    return value.toString();
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static Failure bad(String message) {
    return Failure.usage(
        "bad-connection-string", message, "Write it like host=localhost user=me dbname='my db'.");
  }
}
