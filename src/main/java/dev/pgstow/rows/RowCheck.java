package dev.pgstow.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.github.luben.zstd.ZstdIOException;
import dev.pgstow.failure.Failure;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;

/**
 * Reads a file of rows: whether it is JSON, with the keys and the number of rows it should have.
 */
final class RowCheck {
  private final ExportedTable table;
  private final DataFormat format;
  private final BooleanSupplier cancelled;

  RowCheck(ExportedTable table, DataFormat format, BooleanSupplier cancelled) {
    this.table = table;
    this.format = format;
    this.cancelled = cancelled;
  }

  /**
   * What is wrong with the rows, as the end of a sentence; empty if nothing is.
   *
   * @throws IOException if it can't be read; Jackson's if it is no JSON
   */
  String problem(InputStream file, Compression compression) throws IOException {
    try (LineCount lines = new LineCount(compression.expand(new Unclosed(file)));
        JsonParser json = factory().createParser(lines)) {
      boolean array = format == DataFormat.JSON;
      if (array && json.nextToken() != JsonToken.START_ARRAY) {
        return "holds no array";
      }
      long rows = 0;
      JsonToken token = json.nextToken();
      while (token == JsonToken.START_OBJECT) {
        String problem = keys(json);
        rows++;
        if (!problem.isEmpty()) {
          return problem + " in row " + rows;
        }
        if (cancelled.getAsBoolean()) {
          throw Failure.interrupted("Cancelled.");
        }
        token = json.nextToken();
      }
      if (token != (array ? JsonToken.END_ARRAY : null) || (array && json.nextToken() != null)) {
        return "holds more than objects behind row " + rows;
      }
      if (rows != table.rows()) {
        return "has " + rows + " rows instead of " + table.rows();
      }
      return !array && lines.count != rows ? "has " + lines.count + " lines for its rows" : "";
    } catch (ZipException | ZstdIOException | EOFException e) {
      return "can't be decompressed: " + e.getMessage();
    }
  }

  private String keys(JsonParser json) throws IOException {
    for (ExportedColumn column : table.columns()) {
      if (json.nextToken() != JsonToken.FIELD_NAME || !json.currentName().equals(column.name())) {
        return "lacks the key " + column.name() + " in its place";
      }
      json.nextToken();
      json.skipChildren();
    }
    return json.nextToken() == JsonToken.END_OBJECT ? "" : "has a key too many";
  }

  /** Takes all that PostgreSQL takes: numbers, names and depth of any size. */
  private static JsonFactory factory() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNestingDepth(Integer.MAX_VALUE)
                .build())
        .build();
  }

  /** The hash is of the whole file, so somebody else goes on reading it. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The caller closes it.
    }
  }

  private static final class LineCount extends FilterInputStream {
    private long count;

    LineCount(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b == '\n' ? 1 : 0;
      return b;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = super.read(to, offset, length);
      for (int i = 0; i < read; i++) {
        count += to[offset + i] == '\n' ? 1 : 0;
      }
      return read;
    }
  }
}
