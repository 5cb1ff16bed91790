package dev.pgstow.rows;

import dev.pgstow.workspace.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/**
 * A file that counts and hashes what goes into it. A channel, because {@code FileOutputStream}
 * takes fresh memory from the system for every large write; it keeps one buffer of the JVM's.
 */
final class HashedOutput extends OutputStream {
  /**
   * Bytes of a write. For larger ones Linux looks for large pages, whose memory is cold: measured,
   * they cost three to seven times as much.
   */
  private static final int SLICE = 1 << 15;

  private final FileChannel file;
  private final MessageDigest digest = Sha256.digest();
  private long bytes;

  HashedOutput(FileChannel file) {
    this.file = file;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += SLICE) {
      int slice = Math.min(SLICE, length - done);
      digest.update(from, offset + done, slice);
      ByteBuffer buffer = ByteBuffer.wrap(from, offset + done, slice);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    }
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  long bytes() {
    return bytes;
  }

  /** Of all that was written; once. */
  String sha256() {
    return Sha256.hex(digest);
  }
}
