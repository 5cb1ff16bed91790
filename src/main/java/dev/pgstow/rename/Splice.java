package dev.pgstow.rename;

/** A text with replacements; without any it stays the very string it was. */
final class Splice implements Edits {
  private final String text;
  private final StringBuilder result = new StringBuilder();
  private int copied;

  Splice(String text) {
    this.text = text;
  }

  @Override
  public void replace(int start, int end, String with) {
    if (copied == 0) {
      result.ensureCapacity(text.length());
    }
    result.append(text, copied, start).append(with);
    copied = end;
  }

  String result() {
    return copied == 0 ? text : result.append(text, copied, text.length()).toString();
  }
}
