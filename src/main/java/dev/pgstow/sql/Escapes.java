package dev.pgstow.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The escapes inside string literals. What is no valid escape is left as it stands. */
final class Escapes {
  private Escapes() {}

  /** The body of {@code U&'…'}: four hex digits after a backslash, six after backslash and plus. */
  static String unicode(String body) {
    StringBuilder text = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (body.startsWith("\\", i + 1)) {
        text.append('\\');
        i++;
      } else {
        boolean six = body.startsWith("+", i + 1);
        int from = i + (six ? 2 : 1);
        int end = appendCodePoint(text, body, from, six ? 6 : 4, six ? 6 : 4);
        if (end < 0) {
          text.append(c);
        } else {
          i = end - 1;
        }
      }
    }
    return text.toString();
  }

  /** The body of {@code E'…'}; runs of {@code \nnn} and {@code \xhh} are bytes of UTF-8. */
  static String backslash(String body) {
    if (body.indexOf('\\') < 0) {
      return body.replace("''", "'");
    }
    StringBuilder text = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\'' && body.startsWith("'", i + 1)) {
        text.append(c);
        i++;
      } else if (c == '\\' && i + 1 < body.length()) {
        i = escape(text, body, i + 1) - 1;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Appends what the escape behind the backslash means; returns where it ends. */
  private static int escape(StringBuilder text, String body, int at) {
    char c = body.charAt(at);
    switch (c) {
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'v' -> text.append('\u000b');
      case 'u', 'U' -> {
        int digits = c == 'u' ? 4 : 8;
        int end = appendCodePoint(text, body, at + 1, digits, digits);
        if (end >= 0) {
          return end;
        }
        text.append(c);
      }
      case 'x', '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return bytes(text, body, at - 1);
      }
      default -> text.append(c);
    }
    return at + 1;
  }

  /** A run of byte escapes, from its first backslash; returns where it ends. */
  private static int bytes(StringBuilder text, String body, int start) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = start;
    while (body.startsWith("\\", at)) {
      boolean hex = body.startsWith("x", at + 1);
      int from = at + (hex ? 2 : 1);
      int end = digits(body, from, hex ? 2 : 3, hex ? 16 : 8);
      if (end == from) {
        break;
      }
      bytes.write(Integer.parseInt(body.substring(from, end), hex ? 16 : 8));
      at = end;
    }
    if (at == start) {
      text.append('x');
      return start + 2;
    }
    text.append(bytes.toString(StandardCharsets.UTF_8));
    return at;
  }

  private static int appendCodePoint(
      StringBuilder text, String body, int from, int least, int most) {
    int end = digits(body, from, most, 16);
    if (end - from < least) {
      return -1;
    }
    long codePoint = Long.parseLong(body.substring(from, end), 16);
    if (codePoint > Character.MAX_CODE_POINT) {
      return -1;
    }
    text.appendCodePoint((int) codePoint);
    return end;
  }

  private static int digits(String body, int from, int most, int radix) {
    int end = from;
    while (end < body.length()
        && end < from + most
        && body.charAt(end) < 0x80
        && Character.digit(body.charAt(end), radix) >= 0) {
      end++;
    }
    return end;
  }
}
