package dev.pgstow.rename;

import org.jspecify.annotations.Nullable;

/** Whether a text has a name other than in front of a dot: without that, nothing is called so. */
final class Mentions {
  private final String text;
  private boolean searched;
  private @Nullable String absent;

  Mentions(String text) {
    this.text = text;
  }

  /** Searches for the first name it is asked for; any other may well be there. */
  boolean mayHave(String name) {
    if (!searched) {
      searched = true;
      absent = has(name) ? null : name;
    }
    return !name.equals(absent);
  }

  private boolean has(String name) {
    char lower = name.charAt(0);
    char upper = Character.toUpperCase(lower);
    int last = text.length() - name.length();
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if ((c == lower || c == upper) && isAlone(name, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAlone(String name, int start) {
    int end = start + name.length();
    int dot = end < text.length() && text.charAt(end) == '"' ? end + 1 : end;
    return !(dot < text.length() && text.charAt(dot) == '.')
        && text.regionMatches(true, start, name, 0, name.length())
        && !isWord(start - 1)
        && !isWord(end);
  }

  /** A hyphen is none here: {@code FROM x app--}. */
  private boolean isWord(int i) {
    char c = i >= 0 && i < text.length() ? text.charAt(i) : ' ';
    return c == '_' || c == '$' || c >= 128 || Character.isLetterOrDigit(c);
  }
}
