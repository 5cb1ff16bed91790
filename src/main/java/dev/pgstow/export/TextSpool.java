package dev.pgstow.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts put aside on disk until it is known what stands around them, so that memory does not grow
 * with them. Write all, then read all, in the same order. Closing removes the file.
 */
final class TextSpool implements AutoCloseable {
  private final Path file;
  private final DataOutputStream out;

  TextSpool() throws IOException {
    file = Files.createTempFile("pgstow-", ".spool");
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Opens what was written for reading, from the start; the caller closes it. */
  Reader read() throws IOException {
    out.flush();
    return new Reader(new DataInputStream(new BufferedInputStream(Files.newInputStream(file))));
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }

  /** Gives the texts back in order. */
  record Reader(DataInputStream in) implements AutoCloseable {
    String next() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
