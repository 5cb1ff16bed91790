package dev.pgstow.prove;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sorted rows in a temporary file that is gone once it is closed; readable by its owner alone. */
final class SortedRun implements AutoCloseable {
  private static final int BUFFER = 1 << 15;
  private static final int NULL = -1;

  private final FileChannel file;
  private final DataInputStream in;
  private int left;
  private @Nullable SortedRow head;

  private SortedRun(FileChannel file, int rows) {
    this.file = file;
    this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
    this.left = rows;
  }

  static SortedRun write(List<SortedRow> rows) throws IOException {
    Path path = Files.createTempFile("pgstow-", ".rows");
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
      for (SortedRow row : rows) {
        write(out, row.key());
        out.writeBoolean(row.whole());
        out.writeInt(row.values().length);
        for (@Nullable String value : row.values()) {
          write(out, value);
        }
      }
      out.flush();
      file.position(0);
      return new SortedRun(file, rows.size());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NULL);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private @Nullable String read() throws IOException {
    int length = in.readInt();
    return length == NULL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Goes on to the next row; false if there is none. */
  boolean advance() throws IOException {
    if (left == 0) {
      return false;
    }
    left--;
    String key = String.valueOf(read());
    boolean whole = in.readBoolean();
    @Nullable String[] values = new @Nullable String[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read();
    }
    head = new SortedRow(key, whole, values);
    return true;
  }

  /** The row it stands at. */
  SortedRow head() {
    return Objects.requireNonNull(head);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
