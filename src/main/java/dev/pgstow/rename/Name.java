package dev.pgstow.rename;

/**
 * A name to look for.
 *
 * @param text how it is written
 * @param replacement what takes its place; the text itself if it only must not be torn apart
 */
record Name(String text, String replacement) {

  /** Whether it needs no quotes by its shape, so that it may well be an everyday word. */
  static boolean isOrdinary(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9' && i > 0;
      if (!(c >= 'a' && c <= 'z') && !digit && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Whether it stays as it is. */
  boolean isKept() {
    return text.equals(replacement);
  }

  /** Whether an unquoted identifier, folded to lower case, is this name. */
  boolean isFolded(String sql, int start, int end) {
    if (end - start != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = sql.charAt(start + i);
      if (text.charAt(i) != (c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c)) {
        return false;
      }
    }
    return true;
  }
}
