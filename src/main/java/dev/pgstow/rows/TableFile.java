package dev.pgstow.rows;

import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.DiskFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Writes the pieces of a table into its file, in order, under a temporary name. */
final class TableFile {
  /** Before every row of an array; the first row's comma is left out. */
  static final String SEPARATOR = ",\n";

  private static final long PROGRESS_NANOS = 100_000_000;
  private static final byte[] OPEN = "[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "\n]\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMPTY = "]\n".getBytes(StandardCharsets.US_ASCII);

  private final TableRun run;
  private final FileForm form;
  private final String snapshot;
  private final ProgressListener listener;
  private final long startedAt = System.nanoTime();
  private List<ExportedColumn> columns;
  private boolean first = true;
  private long rows;
  private long written;
  private long toldAt = startedAt;

  TableFile(TableRun run, FileForm form, String snapshot, ProgressListener listener) {
    this.run = run;
    this.form = form;
    this.snapshot = snapshot;
    this.listener = listener;
    this.columns = run.reading().columns();
  }

  private String label() {
    return run.reading().table().name().toString();
  }

  /**
   * Writes all of it.
   *
   * @param path the temporary name
   */
  ExportedTable write(Path path) {
    PlannedTable table = run.reading().table();
    listener.on(new ProgressEvent.TableStarted(label(), OptionalLong.of(table.rows())));
    HashedOutput file;
    try (HashedOutput opened =
            new HashedOutput(
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        OutputStream out = form.compression().compress(opened)) {
      file = opened;
      boolean array = form.format() == DataFormat.JSON;
      if (array) {
        out.write(OPEN);
      }
      Segment segment;
      do {
        segment = run.awaitTaken();
        pass(segment, out, array);
      } while (!segment.isLast());
      if (array) {
        out.write(first ? EMPTY : CLOSE);
      }
    } catch (IOException e) {
      throw DiskFailure.of(e, "write", path);
    }
    return new ExportedTable(
        table.name(),
        table.file(),
        rows,
        file.bytes(),
        file.sha256(),
        table.method(),
        Duration.ofNanos(System.nanoTime() - startedAt),
        snapshot,
        run.reading().query().where(),
        columns);
  }

  private void pass(Segment segment, OutputStream out, boolean array) throws IOException {
    Segment.Chunk chunk;
    do {
      chunk = segment.take();
      // The array's first row has no row before it.
      int from = array && first && chunk.length() > 0 ? 1 : 0;
      first &= chunk.length() == 0;
      out.write(chunk.bytes(), from, chunk.length() - from);
      rows += chunk.rows();
      written += chunk.length();
      tell();
      segment.recycle(chunk);
    } while (!chunk.last());
    List<ExportedColumn> counted = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      counted.add(columns.get(i).plus(chunk.inexact().get(i)));
    }
    columns = counted;
  }

  private void tell() {
    long now = System.nanoTime();
    if (now - toldAt > PROGRESS_NANOS) {
      toldAt = now;
      listener.on(new ProgressEvent.TableAdvanced(label(), rows, written));
    }
  }
}
