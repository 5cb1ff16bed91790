package dev.pgstow.rows;

/** Writes a value that is not NULL as JSON, from the bytes COPY gave for it. */
@FunctionalInterface
interface ValueWriter {
  /** Reads {@code length} bytes from {@code at}; keeps none of them. */
  void write(byte[] row, int at, int length, JsonSink out);
}
