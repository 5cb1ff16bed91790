package dev.pgstow.rows;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How files are compressed. */
public enum Compression {
  NONE("") {
    @Override
    OutputStream compress(OutputStream out) {
      return out;
    }

    @Override
    InputStream expand(InputStream in) {
      return in;
    }
  },
  GZIP(".gz") {
    @Override
    OutputStream compress(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER);
    }

    @Override
    InputStream expand(InputStream in) throws IOException {
      return new GZIPInputStream(in, BUFFER);
    }
  },
  ZSTD(".zst") {
    @Override
    OutputStream compress(OutputStream out) throws IOException {
      return new ZstdOutputStream(out);
    }

    @Override
    InputStream expand(InputStream in) throws IOException {
      return new ZstdInputStream(in);
    }
  };

  private static final int BUFFER = 1 << 16;

  private final String extension;

  Compression(String extension) {
    this.extension = extension;
  }

  /** As in {@code metadata.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it appends to a file's name. */
  public String extension() {
    return extension;
  }

  abstract OutputStream compress(OutputStream out) throws IOException;

  abstract InputStream expand(InputStream in) throws IOException;
}
