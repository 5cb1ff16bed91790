package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the messages of a binary COPY into JSON objects, from bytes to bytes. A message holds a
 * row; the first has the file header before it, the last is the trailer.
 *
 * <p>The format: PostgreSQL's documentation of COPY, "Binary Format".
 */
final class RowWriter {
  private static final int HEADER = 19;
  private static final int EXTENSION_LENGTH_AT = 15;

  private final JsonSink out;
  private final byte[][] keys;
  private final ValueWriter[] writers;
  private final InexactCount[] inexact;
  private final byte[] rowStart;
  private final byte[] rowEnd;
  private boolean started;
  private long rows;

  /** For one COPY of a table; {@code readings} in the order of its columns. */
  RowWriter(List<String> names, List<ColumnReading> readings, FileForm form, JsonSink out) {
    this.out = out;
    int count = names.size();
    keys = new byte[count][];
    writers = new ValueWriter[count];
    inexact = new InexactCount[count];
    for (int i = 0; i < count; i++) {
      keys[i] = JsonKeys.key(i == 0 ? "" : ",", names.get(i));
      inexact[i] = new InexactCount();
      writers[i] = readings.get(i).maker().make(form.values(), inexact[i]);
    }
    boolean lines = form.format() == DataFormat.NDJSON;
    rowStart = (lines ? "{" : TableFile.SEPARATOR + "{").getBytes(StandardCharsets.US_ASCII);
    rowEnd = (lines ? "}\n" : "}").getBytes(StandardCharsets.US_ASCII);
  }

  /** Rows so far. */
  long rows() {
    return rows;
  }

  /** By column, how many values JSON can't say. */
  List<Long> inexact() {
    List<Long> counts = new ArrayList<>();
    for (InexactCount it : inexact) {
      counts.add(it.count());
    }
    return counts;
  }

  /** Takes a message of the COPY. */
  void accept(byte[] message) {
    try {
      int at = started ? 0 : header(message);
      if (at < message.length) {
        row(message, at);
      }
    } catch (IndexOutOfBoundsException e) {
      throw Failure.failed(
          "copy-malformed",
          "The server sent rows in a form that pgstow does not know.",
          "Connect to the server itself, not through a proxy that changes COPY.",
          e);
    }
  }

  private int header(byte[] message) {
    started = true;
    return HEADER + Wire.int4(message, EXTENSION_LENGTH_AT);
  }

  private void row(byte[] message, int start) {
    int fields = Wire.int2(message, start);
    if (fields == -1) {
      return;
    }
    if (fields != keys.length) {
      throw new IndexOutOfBoundsException(fields);
    }
    int at = start + 2;
    out.put(rowStart);
    for (int i = 0; i < fields; i++) {
      out.put(keys[i]);
      int length = Wire.int4(message, at);
      at += 4;
      if (length < 0) {
        out.putNull();
      } else {
        writers[i].write(message, at, length, out);
        at += length;
      }
    }
    out.put(rowEnd);
    rows++;
  }
}
