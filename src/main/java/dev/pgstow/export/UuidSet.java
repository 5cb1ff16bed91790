package dev.pgstow.export;

/**
 * A set of uuids in PostgreSQL's text form, 16 bytes each and room to spare: there can be as many
 * as a database has metadata rows.
 */
final class UuidSet {
  private static final int LENGTH = 36;

  /** High and low half of each, in turn; both 0 where there is none. */
  private long[] slots = new long[128];

  private int size;
  private boolean hasNil;

  /** Adds a uuid; other text is not added. */
  void add(String text) {
    if (!isUuid(text)) {
      return;
    }
    long high = high(text);
    long low = low(text);
    if ((high | low) == 0) {
      size += hasNil ? 0 : 1;
      hasNil = true;
      return;
    }
    int slot = find(high, low);
    if ((slots[slot] | slots[slot + 1]) == 0) {
      slots[slot] = high;
      slots[slot + 1] = low;
      size++;
      if (size * 4 > slots.length) {
        grow();
      }
    }
  }

  boolean contains(String text) {
    if (!isUuid(text)) {
      return false;
    }
    long high = high(text);
    long low = low(text);
    int slot = find(high, low);
    return (high | low) == 0 ? hasNil : (slots[slot] | slots[slot + 1]) != 0;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int i = 0; i < old.length; i += 2) {
      if ((old[i] | old[i + 1]) != 0) {
        int slot = find(old[i], old[i + 1]);
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }

  /** Where it is, or would be. */
  private int find(long high, long low) {
    long mixed = (high ^ low * 0x9E3779B97F4A7C15L) * 0xC2B2AE3D27D4EB4FL;
    int mask = slots.length - 1;
    int slot = ((int) (mixed >>> 32) << 1) & mask;
    while ((slots[slot] | slots[slot + 1]) != 0
        && (slots[slot] != high || slots[slot + 1] != low)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private static boolean isUuid(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (hyphen ? c != '-' : !hex) {
        return false;
      }
    }
    return true;
  }

  private static long high(String text) {
    return hex(text, 0, 8) << 32 | hex(text, 9, 13) << 16 | hex(text, 14, 18);
  }

  private static long low(String text) {
    return hex(text, 19, 23) << 48 | hex(text, 24, LENGTH);
  }

  private static long hex(String text, int from, int to) {
    return Long.parseLong(text, from, to, 16);
  }
}
