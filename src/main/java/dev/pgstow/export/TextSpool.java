package dev.pgstow.export;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Texts put aside on disk until it is known what stands around them, so that memory does not grow
 * with them. There is no file until the first text; where the system can, it has no name from the
 * start, so that a killed process leaves nothing behind. Closing removes it everywhere.
 */
final class TextSpool implements AutoCloseable {
  private @Nullable FileChannel file;
  private long end;

  /** Where a text lies. */
  record Place(long start, int bytes) {}

  /** Puts a text aside. */
  Place write(String text) throws IOException {
    FileChannel channel = file;
    if (channel == null) {
      channel = open();
      file = channel;
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    Place place = new Place(end, bytes.remaining());
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
    return place;
  }

  /** A text that was put aside. */
  String read(Place place) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(place.bytes());
    FileChannel channel = file;
    while (channel != null && bytes.hasRemaining()) {
      if (channel.read(bytes, place.start() + bytes.position()) < 0) {
        throw new EOFException("The temporary file was cut short.");
      }
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private static FileChannel open() throws IOException {
    Path path = Files.createTempFile("pgstow-", ".spool");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }
}
