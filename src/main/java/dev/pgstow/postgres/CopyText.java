package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes COPY's text format in UTF-8: columns end in a tab, rows in a newline, {@code \N} is NULL,
 * and the rest of the backslash escapes are those of PostgreSQL's {@code CopyReadAttributesText}.
 * Holds no more than the row it is in.
 */
final class CopyText {
  private static final byte[] EMPTY = new byte[0];

  private final int columns;
  private final CopyRow handler;
  private @Nullable String[] row;
  private int column;
  private long rows;
  private byte[] rest = EMPTY;
  private byte[] scratch = new byte[256];

  CopyText(int columns, CopyRow handler) {
    this.columns = columns;
    this.handler = handler;
    this.row = new @Nullable String[columns];
  }

  /** Takes the next bytes; rows may be cut anywhere. */
  void accept(byte[] bytes) throws IOException {
    byte[] all = bytes;
    if (rest.length > 0) {
      all = Arrays.copyOf(rest, rest.length + bytes.length);
      System.arraycopy(bytes, 0, all, rest.length, bytes.length);
    }
    int consumed = rows(all);
    rest = consumed == all.length ? EMPTY : Arrays.copyOfRange(all, consumed, all.length);
  }

  /** How many rows the handler was given. */
  long count() {
    return rows;
  }

  /** Hands over all whole rows; returns where the unfinished one starts. */
  private int rows(byte[] bytes) throws IOException {
    int rowStart = 0;
    int start = 0;
    boolean escapes = false;
    int high = 0;
    column = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      high |= b;
      if (b == '\\') {
        escapes = true;
        i++;
      } else if (b == '\t' || b == '\n') {
        // A table without columns gives empty lines.
        if (columns > 0) {
          row[column++] = value(bytes, start, i, escapes, high < 0);
        }
        start = i + 1;
        escapes = false;
        high = 0;
        if (b == '\n') {
          endRow();
          rowStart = start;
        }
      }
    }
    return rowStart;
  }

  private void endRow() throws IOException {
    @Nullable String[] done = row;
    row = new @Nullable String[columns];
    column = 0;
    rows++;
    handler.row(done);
  }

  private @Nullable String value(byte[] bytes, int start, int end, boolean escapes, boolean high) {
    if (!escapes) {
      return high ? utf8(bytes, start, end) : ascii(bytes, start, end);
    }
    if (end - start == 2 && bytes[start + 1] == 'N') {
      return null;
    }
    int length = unescape(bytes, start, end);
    // An octal or hexadecimal escape can make a byte that is not ASCII.
    return utf8(scratch, 0, length);
  }

  private int unescape(byte[] bytes, int start, int end) {
    if (scratch.length < end - start) {
      scratch = new byte[Math.max(end - start, scratch.length * 2)];
    }
    int length = 0;
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      if (b == '\\' && i + 1 < end) {
        b = bytes[++i];
        if (b >= '0' && b <= '7') {
          int code = b - '0';
          for (int n = 1; n < 3 && i + 1 < end && digit(bytes[i + 1], 8) >= 0; n++) {
            code = code * 8 + digit(bytes[++i], 8);
          }
          b = (byte) code;
        } else if (b == 'x' && i + 1 < end && digit(bytes[i + 1], 16) >= 0) {
          int code = digit(bytes[++i], 16);
          if (i + 1 < end && digit(bytes[i + 1], 16) >= 0) {
            code = code * 16 + digit(bytes[++i], 16);
          }
          b = (byte) code;
        } else {
          b = control(b);
        }
      }
      scratch[length++] = b;
    }
    return length;
  }

  private static byte control(byte b) {
    return switch (b) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      default -> b;
    };
  }

  private static int digit(byte b, int radix) {
    return b < 0 ? -1 : Character.digit(b, radix);
  }

  private static String ascii(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private String utf8(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      requireUtf8(bytes, start, end);
    }
    return text;
  }

  /** A database in SQL_ASCII can hold any bytes; a replacement character would be a silent loss. */
  private void requireUtf8(byte[] bytes, int start, int end) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
    } catch (CharacterCodingException e) {
      throw Failure.failed(
          "invalid-text",
          "Row " + (rows + 1) + ", column " + column + " holds text that is not UTF-8.",
          "The database's encoding is probably SQL_ASCII; put the value right first.",
          e);
    }
  }
}
