package dev.pgstow.sql;

import java.util.Locale;

/** What a token stands for: the name of an identifier, the text of a string. */
public final class TokenValue {
  private TokenValue() {}

  /**
   * An identifier's name (unquoted ones folded to lower case as PostgreSQL does in UTF-8: ASCII
   * letters only), a string's contents, or else the token's text. {@code U&} tokens are read with
   * the escape character {@code \}; an invalid escape is left as it stands.
   */
  public static String of(CharSequence sql, SqlToken token) {
    String text = token.text(sql);
    return switch (token.kind()) {
      case IDENTIFIER -> fold(text);
      case QUOTED_IDENTIFIER -> between(text, 1, token, '"');
      case UNICODE_IDENTIFIER -> Escapes.unicode(between(text, 3, token, '"'));
      case STRING -> between(text, 1, token, '\'');
      case BIT_STRING -> between(text, text.charAt(0) == '\'' ? 1 : 2, token, '\'');
      case UNICODE_STRING ->
          Escapes.unicode(between(text, text.charAt(0) == '\'' ? 1 : 3, token, '\''));
      case ESCAPE_STRING -> {
        int start = text.charAt(0) == '\'' ? 1 : 2;
        yield Escapes.backslash(
            text.substring(start, text.length() - (token.terminated() ? 1 : 0)));
      }
      case DOLLAR_STRING -> {
        int tag = text.indexOf('$', 1) + 1;
        yield text.substring(tag, text.length() - (token.terminated() ? tag : 0));
      }
      default -> text;
    };
  }

  private static String between(String text, int start, SqlToken token, char quote) {
    String body = text.substring(start, text.length() - (token.terminated() ? 1 : 0));
    String one = String.valueOf(quote);
    return body.replace(one + one, one);
  }

  private static String fold(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return foldAscii(name);
      }
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private static String foldAscii(String name) {
    StringBuilder folded = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 'a' - 'A'));
      }
    }
    return folded.toString();
  }
}
