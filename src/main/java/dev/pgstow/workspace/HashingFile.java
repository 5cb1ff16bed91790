package dev.pgstow.workspace;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** A file being written that hashes itself and tells its hash once it is closed. */
final class HashingFile extends FilterOutputStream {

  /** Takes the hash. */
  interface Closed {
    void hash(String sha256) throws IOException;
  }

  private final MessageDigest digest = Sha256.digest();
  private final Closed whenClosed;
  private boolean closed;

  HashingFile(OutputStream out, Closed whenClosed) {
    super(out);
    this.whenClosed = whenClosed;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      super.close();
      whenClosed.hash(Sha256.hex(digest));
    }
  }
}
