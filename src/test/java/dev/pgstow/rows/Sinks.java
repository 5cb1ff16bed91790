package dev.pgstow.rows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What value writers write, as text. */
final class Sinks {
  private Sinks() {}

  static String json(ValueWriter writer, byte[] value) {
    return json(writer, value, 0);
  }

  /** With so many bytes in the buffer already. */
  static String json(ValueWriter writer, byte[] value, int before) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    JsonSink sink =
        new JsonSink(
            new byte[JsonSink.SIZE],
            (buffer, length) -> {
              all.write(buffer, 0, length);
              return buffer;
            });
    sink.put(new byte[before], 0, before);
    writer.write(value, 0, value.length, sink);
    sink.flush();
    return new String(all.toByteArray(), before, all.size() - before, StandardCharsets.UTF_8);
  }
}
