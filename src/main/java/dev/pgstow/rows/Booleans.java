package dev.pgstow.rows;

import java.nio.charset.StandardCharsets;

/** {@code boolean}. */
final class Booleans {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private Booleans() {}

  static void write(byte[] row, int at, int length, JsonSink out) {
    out.put(text(row[at] != 0));
  }

  static byte[] text(boolean value) {
    return value ? TRUE : FALSE;
  }
}
