package dev.pgstow.rows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Where decoded bytes go: a buffer that leaves when it is full, so that no value has to fit into
 * it. Not safe for use by several threads.
 */
final class JsonSink {
  /** Bytes of a buffer; {@link #reserve} can promise that many. */
  static final int SIZE = 1 << 17;

  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final short[] HEX_PAIRS = new short[256];
  private static final int UUID_LENGTH = 38;

  static {
    for (int i = 0; i < HEX_PAIRS.length; i++) {
      HEX_PAIRS[i] = (short) (HEX[i >> 4] << 8 | HEX[i & 15]);
    }
  }

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  /** Takes full buffers. */
  @FunctionalInterface
  interface Outlet {
    /** Takes the first {@code length} bytes of a buffer; gives the buffer to go on with. */
    byte[] full(byte[] buffer, int length);
  }

  private final Outlet outlet;
  byte[] buffer;
  int at;

  /** A sink that begins with this buffer, of {@link #SIZE} bytes. */
  JsonSink(byte[] buffer, Outlet outlet) {
    this.buffer = buffer;
    this.outlet = outlet;
  }

  /** A sink that forgets what it is given. */
  static JsonSink discarding() {
    return new JsonSink(new byte[SIZE], (buffer, length) -> buffer);
  }

  /** Sends on what is in the buffer. */
  void flush() {
    buffer = outlet.full(buffer, at);
    at = 0;
  }

  /** Makes room for {@code count} bytes from {@link #at} on. */
  void reserve(int count) {
    if (buffer.length - at < count) {
      flush();
    }
  }

  void put(int b) {
    reserve(1);
    buffer[at++] = (byte) b;
  }

  void putNull() {
    put(NULL);
  }

  /** A few bytes. */
  void put(byte[] bytes) {
    if (bytes.length > buffer.length - at) {
      put(bytes, 0, bytes.length);
      return;
    }
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }

  /** The bytes as they are. */
  void put(byte[] from, int start, int end) {
    int i = start;
    while (i < end) {
      reserve(1);
      int length = Math.min(end - i, buffer.length - at);
      System.arraycopy(from, i, buffer, at, length);
      at += length;
      i += length;
    }
  }

  /** A JSON string of UTF-8 text. */
  void quoted(byte[] from, int start, int end) {
    reserve(1);
    buffer[at++] = '"';
    escaped(from, start, end);
    reserve(1);
    buffer[at++] = '"';
  }

  /** The inside of a JSON string. */
  void escaped(byte[] from, int start, int end) {
    int i = start;
    while (i < end) {
      reserve(8);
      i = plain(from, i, Math.min(end, i + buffer.length - at));
      if (i < end && isSpecial(from[i])) {
        reserve(6);
        escape(from[i++]);
      }
    }
  }

  /** Copies up to the first byte that needs an escape; returns where that is. */
  private int plain(byte[] from, int start, int end) {
    byte[] to = buffer;
    int out = at;
    int i = start;
    while (i <= end - 8) {
      long eight = (long) LONGS.get(from, i);
      long quotes = eight ^ (ONES * '"');
      long slashes = eight ^ (ONES * '\\');
      long special =
          (((eight - ONES * 0x20) & ~eight)
                  | ((quotes - ONES) & ~quotes)
                  | ((slashes - ONES) & ~slashes))
              & HIGHS;
      if (special != 0) {
        break;
      }
      LONGS.set(to, out, eight);
      i += 8;
      out += 8;
    }
    while (i < end && !isSpecial(from[i])) {
      to[out++] = from[i++];
    }
    at = out;
    return i;
  }

  private static boolean isSpecial(byte b) {
    return b == '"' || b == '\\' || (b >= 0 && b < 0x20);
  }

  private void escape(byte b) {
    buffer[at++] = '\\';
    switch (b) {
      case '\n' -> buffer[at++] = 'n';
      case '\t' -> buffer[at++] = 't';
      case '\r' -> buffer[at++] = 'r';
      case '\b' -> buffer[at++] = 'b';
      case '\f' -> buffer[at++] = 'f';
      case '"', '\\' -> buffer[at++] = b;
      default -> {
        buffer[at++] = 'u';
        buffer[at++] = '0';
        buffer[at++] = '0';
        buffer[at++] = HEX[b >> 4];
        buffer[at++] = HEX[b & 15];
      }
    }
  }

  /** A decimal number without quotes. */
  void decimal(long value) {
    reserve(20);
    at = Decimals.put(buffer, at, value);
  }

  /** Two lower-case hexadecimal digits a byte. */
  void hex(byte[] from, int start, int end) {
    int i = start;
    while (i < end) {
      reserve(2);
      int stop = Math.min(end, i + (buffer.length - at) / 2);
      byte[] to = buffer;
      int o = at;
      for (; i < stop; i++) {
        SHORTS.set(to, o, HEX_PAIRS[from[i] & 0xff]);
        o += 2;
      }
      at = o;
    }
  }

  /** The text of a uuid, in quotes. */
  void uuid(byte[] from, int start) {
    reserve(UUID_LENGTH);
    byte[] to = buffer;
    int o = at;
    to[o++] = '"';
    for (int i = 0; i < 16; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        to[o++] = '-';
      }
      SHORTS.set(to, o, HEX_PAIRS[from[start + i] & 0xff]);
      o += 2;
    }
    to[o++] = '"';
    at = o;
  }

  /** A decimal number in quotes. */
  void quotedDecimal(long value) {
    reserve(22);
    buffer[at++] = '"';
    at = Decimals.put(buffer, at, value);
    buffer[at++] = '"';
  }
}
