package dev.pgstow.sql;

/** The character classes of PostgreSQL's {@code scan.l}. Every non-ASCII character is a letter. */
final class CharacterClass {
  private CharacterClass() {}

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean startsIdentifier(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  /** As in an identifier, but without {@code $}, which ends a dollar quote's tag. */
  static boolean continuesTag(char c) {
    return startsIdentifier(c) || isDigit(c);
  }

  static boolean continuesIdentifier(char c) {
    return continuesTag(c) || c == '$';
  }

  static boolean isOperator(char c) {
    return "~!@#^&|`?+-*/%<>=".indexOf(c) >= 0;
  }

  /** The operator characters that let a longer operator end in {@code +} or {@code -}. */
  static boolean isFreeOperator(char c) {
    return "~!@#^&|`?%".indexOf(c) >= 0;
  }
}
