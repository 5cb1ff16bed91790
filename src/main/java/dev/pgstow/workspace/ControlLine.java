package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;

/**
 * A line of a control file: {@code key = value # comment}, where the equals sign is optional and
 * the value is a word or single-quoted. Blank lines and comments have no key.
 *
 * @param raw the line as read, its end included
 * @param comment from the {@code #} on; empty if there is none
 * @param end the end of the line; empty if it is the last and has none
 */
record ControlLine(String raw, String key, String value, String comment, String end) {

  static ControlLine filler(String raw) {
    return new ControlLine(raw, "", "", "", "");
  }

  ControlLine withRaw(String other) {
    return new ControlLine(other, key, value, comment, end);
  }

  static ControlLine parse(String raw, String where, int number) {
    String text = raw.strip();
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1).strip();
    }
    if (text.isEmpty() || text.startsWith("#")) {
      return filler(raw);
    }
    int at = 0;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String key = text.substring(0, at);
    String rest = text.substring(at).strip();
    rest = rest.startsWith("=") ? rest.substring(1).strip() : rest;
    if (key.isEmpty() || rest.isEmpty()) {
      throw malformed(where, number, "expected name = value");
    }
    StringBuilder value = new StringBuilder();
    int end = rest.charAt(0) == '\'' ? quoted(rest, value) : bare(rest, value);
    if (end < 0) {
      throw malformed(where, number, "the quoted value does not end");
    }
    String comment = rest.substring(end).strip();
    if (!comment.isEmpty() && !comment.startsWith("#")) {
      throw malformed(where, number, "unexpected \"" + comment + "\" after the value");
    }
    String lineEnd = raw.endsWith("\r\n") ? "\r\n" : raw.endsWith("\n") ? "\n" : "";
    return new ControlLine(raw, key, value.toString(), comment, lineEnd);
  }

  private static int bare(String text, StringBuilder value) {
    int end = 0;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && text.charAt(end) != '#') {
      end++;
    }
    value.append(text, 0, end);
    return end;
  }

  /** Reads a quoted value; the position behind it, or -1 if it does not end. */
  private static int quoted(String text, StringBuilder value) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean more = i + 1 < text.length();
      if (c == '\'' && !(more && text.charAt(i + 1) == '\'')) {
        return i + 1;
      }
      if (c == '\'') {
        value.append('\'');
        i++;
      } else if (c == '\\' && more) {
        i = escape(text, i + 1, value);
      } else {
        value.append(c);
      }
    }
    return -1;
  }

  /** Reads what follows a backslash, as PostgreSQL's {@code DeescapeQuotedString} does. */
  private static int escape(String text, int at, StringBuilder value) {
    char c = text.charAt(at);
    int plain = "bfnrt".indexOf(c);
    if (plain >= 0) {
      value.append("\b\f\n\r\t".charAt(plain));
      return at;
    }
    int end = at;
    int octal = 0;
    while (end < text.length() && end < at + 3 && "01234567".indexOf(text.charAt(end)) >= 0) {
      octal = octal * 8 + text.charAt(end++) - '0';
    }
    value.append(end > at ? (char) octal : c);
    return end > at ? end - 1 : at;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
  }

  private static Failure malformed(String where, int number, String problem) {
    return Failure.failed(
        "control-malformed",
        where + ", line " + number + ": " + Printable.of(problem) + ".",
        "Correct the control file.");
  }
}
