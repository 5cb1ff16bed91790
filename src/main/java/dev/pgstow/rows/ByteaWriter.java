package dev.pgstow.rows;

import java.nio.charset.StandardCharsets;

/** {@code bytea} as a string. */
final class ByteaWriter {
  private static final byte[] HEX_PREFIX = "\\\\x".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.US_ASCII);

  private ByteaWriter() {}

  static ValueWriter of(ByteaText text) {
    return text == ByteaText.HEX ? ByteaWriter::hex : ByteaWriter::base64;
  }

  private static void hex(byte[] row, int at, int length, JsonSink out) {
    out.put('"');
    out.put(HEX_PREFIX);
    out.hex(row, at, at + length);
    out.put('"');
  }

  private static void base64(byte[] row, int at, int length, JsonSink out) {
    out.put('"');
    int end = at + length;
    for (int i = at; i < end; i += 3) {
      int given = Math.min(3, end - i);
      int bits = (row[i] & 0xff) << 16;
      bits |= given > 1 ? (row[i + 1] & 0xff) << 8 : 0;
      bits |= given > 2 ? row[i + 2] & 0xff : 0;
      out.reserve(4);
      byte[] to = out.buffer;
      int o = out.at;
      to[o] = ALPHABET[bits >> 18];
      to[o + 1] = ALPHABET[bits >> 12 & 63];
      to[o + 2] = given > 1 ? ALPHABET[bits >> 6 & 63] : (byte) '=';
      to[o + 3] = given > 2 ? ALPHABET[bits & 63] : (byte) '=';
      out.at = o + 4;
    }
    out.put('"');
  }

  /** From {@code bytea_output = hex}, as it stands in the text of arrays and composites. */
  static void ofText(byte[] text, int start, int end, ByteaText how, JsonSink out) {
    if (how == ByteaText.HEX) {
      out.quoted(text, start, end);
      return;
    }
    byte[] bytes = new byte[(end - start - 2) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int at = start + 2 + 2 * i;
      bytes[i] = (byte) (Character.digit(text[at], 16) << 4 | Character.digit(text[at + 1], 16));
    }
    base64(bytes, 0, bytes.length, out);
  }
}
