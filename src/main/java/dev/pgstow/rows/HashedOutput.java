package dev.pgstow.rows;

import dev.pgstow.workspace.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what goes through. */
final class HashedOutput extends OutputStream {
  private final OutputStream out;
  private final MessageDigest digest = Sha256.digest();
  private long bytes;

  HashedOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
    digest.update(from, offset, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  long bytes() {
    return bytes;
  }

  /** Of all that was written; once. */
  String sha256() {
    return Sha256.hex(digest);
  }
}
