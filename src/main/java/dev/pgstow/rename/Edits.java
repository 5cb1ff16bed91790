package dev.pgstow.rename;

/** Takes the replacements of one scan, from left to right. */
@FunctionalInterface
interface Edits {
  void replace(int start, int end, String with);

  /** Edits of a part that starts at the offset. */
  default Edits at(int offset) {
    return offset == 0 ? this : (start, end, with) -> replace(offset + start, offset + end, with);
  }
}
