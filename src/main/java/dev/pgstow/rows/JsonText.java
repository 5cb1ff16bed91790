package dev.pgstow.rows;

import java.nio.charset.StandardCharsets;

/** The text of {@code json} and {@code jsonb} values, which is JSON already. */
final class JsonText {
  private static final byte[] WRAP = "{\"$json\":".getBytes(StandardCharsets.US_ASCII);

  private JsonText() {}

  /**
   * Writes values as they are; with {@code exact}, a null as <code>{"$json":null}</code>, and so
   * that this stays unambiguous, whatever object begins with a key like that.
   *
   * @param skip bytes before the text: one of {@code jsonb_send}
   */
  static ValueWriter writer(int skip, ValueOptions options, InexactCount inexact) {
    return (row, at, length, out) -> {
      int start = at + skip;
      int end = at + length;
      boolean isNull = isNull(row, start, end);
      if (isNull || (options.exact() && looksWrapped(row, start, end))) {
        inexact.add();
        if (options.exact()) {
          out.put(WRAP);
          embed(row, start, end, options.oneLine(), out);
          out.put('}');
          return;
        }
      }
      embed(row, start, end, options.oneLine(), out);
    };
  }

  /** Whether the text is JSON's null. */
  static boolean isNull(byte[] text, int start, int end) {
    int i = skipBlanks(text, start, end);
    return i + 4 <= end
        && text[i] == 'n'
        && text[i + 1] == 'u'
        && skipBlanks(text, i + 4, end) == end;
  }

  private static boolean looksWrapped(byte[] text, int start, int end) {
    int i = skipBlanks(text, start, end);
    if (i >= end || text[i] != '{') {
      return false;
    }
    i = skipBlanks(text, i + 1, end);
    // A key can hide its first letter behind an escape.
    return i + 1 < end && text[i] == '"' && (text[i + 1] == '$' || text[i + 1] == '\\');
  }

  private static int skipBlanks(byte[] text, int start, int end) {
    int i = start;
    while (i < end && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t')) {
      i++;
    }
    return i;
  }

  /** Writes the text; a line break in it can only stand between tokens. */
  static void embed(byte[] text, int start, int end, boolean oneLine, JsonSink out) {
    if (!oneLine) {
      out.put(text, start, end);
      return;
    }
    int from = start;
    for (int i = start; i < end; i++) {
      if (text[i] == '\n' || text[i] == '\r') {
        out.put(text, from, i);
        out.put(' ');
        from = i + 1;
      }
    }
    out.put(text, from, end);
  }
}
