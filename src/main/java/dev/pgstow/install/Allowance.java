package dev.pgstow.install;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that gives no more than was allowed. Bounds what a tar reader takes into memory for one
 * header, as well as all that comes out of a tarball.
 */
final class Allowance extends FilterInputStream {
  private final long total;
  private long left;
  private long given;

  Allowance(InputStream in, long total) {
    super(in);
    this.total = total;
  }

  /** Sets how much may be read until the next call. */
  void allow(long bytes) {
    left = bytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws UnsafeTarballException {
    left -= bytes;
    given += bytes;
    if (given > total) {
      throw new UnsafeTarballException("unpacks to more than " + total + " bytes");
    }
    if (left < 0) {
      throw new UnsafeTarballException("has an oversized header");
    }
  }
}
