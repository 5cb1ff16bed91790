package dev.pgstow.rename;

import org.jspecify.annotations.Nullable;

/** A text with replacements; without any it stays the very string it was. */
final class Splice implements Edits {
  private final String text;
  private @Nullable StringBuilder result;
  private int copied;

  Splice(String text) {
    this.text = text;
  }

  @Override
  public void replace(int start, int end, String with) {
    if (result == null) {
      result = new StringBuilder(text.length() + with.length());
    }
    result.append(text, copied, start).append(with);
    copied = end;
  }

  String result() {
    return result == null ? text : result.append(text, copied, text.length()).toString();
  }
}
