package dev.pgstow.rename;

import dev.pgstow.sql.SqlToken;

/**
 * The contents of an {@code E'…'} or {@code U&'…'} token together with the place each character
 * comes from. Bytes past ASCII ({@code \xC3}) stand for a letter: no name matches across them.
 */
final class EscapedText {
  private static final char SOME_LETTER = '\u00ff';

  private final String raw;
  private final boolean unicode;
  private final StringBuilder text = new StringBuilder();
  private final int[] origin;

  EscapedText(String raw, int from, int to, SqlToken.Kind kind) {
    this.raw = raw.substring(from, to);
    unicode = kind == SqlToken.Kind.UNICODE_STRING || kind == SqlToken.Kind.UNICODE_IDENTIFIER;
    origin = new int[to - from + 2];
    int i = 0;
    while (i < this.raw.length()) {
      int end = this.raw.charAt(i) == '\\' ? escape(i) : plain(i);
      origin[text.length()] = from + end;
      i = end;
    }
    origin[0] = from;
  }

  String text() {
    return text.toString();
  }

  /** Edits of the decoded text, as edits of the text the token is in. */
  Edits edits(Edits edits) {
    return (start, end, with) -> edits.replace(origin[start], origin[end], with);
  }

  private int plain(int i) {
    text.append(raw.charAt(i));
    return i + 1;
  }

  private int escape(int i) {
    char c = i + 1 < raw.length() ? raw.charAt(i + 1) : '\\';
    if (unicode) {
      return c == '+' ? code(i, i + 2, 6, 16) : c == '\\' ? other(i, c) : code(i, i + 1, 4, 16);
    }
    return switch (c) {
      case 'b', 'f', 'n', 'r', 't', 'v' -> other(i, ' ');
      case 'x' -> code(i, i + 2, 2, 16);
      case 'u' -> code(i, i + 2, 4, 16);
      case 'U' -> code(i, i + 2, 8, 16);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> code(i, i + 1, 3, 8);
      default -> other(i, c);
    };
  }

  private int other(int i, char c) {
    text.append(c);
    return Math.min(i + 2, raw.length());
  }

  private int code(int i, int start, int most, int radix) {
    int end = start;
    long code = 0;
    while (end < Math.min(start + most, raw.length())
        && Character.digit(raw.charAt(end), radix) >= 0) {
      code = code * radix + Character.digit(raw.charAt(end), radix);
      end++;
    }
    if (end == start) {
      text.append(SOME_LETTER);
      return Math.min(i + 2, raw.length());
    }
    text.append(
        code < 0x80 || (most >= 4 && code <= Character.MAX_VALUE) ? (char) code : SOME_LETTER);
    return end;
  }
}
