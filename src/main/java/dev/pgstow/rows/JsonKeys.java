package dev.pgstow.rows;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** Column names as keys. */
final class JsonKeys {
  private JsonKeys() {}

  /** {@code before"name":}. */
  static byte[] key(String before, String name) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(name));
    return (before + '"' + quoted + "\":").getBytes(StandardCharsets.UTF_8);
  }
}
