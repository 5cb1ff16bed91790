package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A thread for each connection that reads, and one for each file that is being written. The first
 * failure stops them all.
 */
final class ReadingCrew {
  private static final int MOST_CHUNKS = 48;
  private static final int LEAST_CHUNKS = 2;

  private final List<Session> sessions;
  private final List<TableRun> tables = new ArrayList<>();
  private final FileForm form;
  private final DataFolder folder;
  private final String snapshot;
  private final ProgressListener listener;

  /** For pieces that are not in their files yet: what was read must not pile up. */
  private final Semaphore places;

  private final List<Thread> readers = new ArrayList<>();
  private final List<Thread> writers = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * A crew.
   *
   * @param sessions in one snapshot; nobody else uses them meanwhile
   */
  ReadingCrew(
      List<Session> sessions,
      List<TableReading> readings,
      FileForm form,
      DataFolder folder,
      String snapshot,
      ProgressListener listener) {
    this.sessions = sessions;
    this.form = form;
    this.folder = folder;
    this.snapshot = snapshot;
    this.listener = listener;
    Queue<byte[]> spares = new ConcurrentLinkedQueue<>();
    int pieces = sessions.size() + 1;
    this.places = new Semaphore(pieces);
    // A quarter of the heap may wait.
    long chunks = Runtime.getRuntime().maxMemory() / 4 / JsonSink.SIZE / pieces;
    int capacity = (int) Math.max(LEAST_CHUNKS, Math.min(MOST_CHUNKS, chunks));
    for (TableReading reading : readings) {
      tables.add(new TableRun(reading, sessions.size() > 1, capacity, spares, places::release));
    }
  }

  /**
   * Exports all tables.
   *
   * @throws Failure the first that any thread came upon
   */
  void run() {
    start();
    readers.forEach(this::await);
    // Only readers start writers, so there are no more now.
    List<Thread> started;
    synchronized (this) {
      started = List.copyOf(writers);
    }
    started.forEach(this::await);
    Throwable failed = failure.get();
    if (failed instanceof Failure it) {
      throw it;
    }
    if (failed instanceof OutOfMemoryError it) {
      throw Failure.failed(
          "value-too-large",
          "The memory does not suffice for a row.",
          "Give more: PGSTOW_JAVA_OPTS=-Xmx2g. It takes about twice the size of the largest row.",
          it);
    }
    if (failed != null) {
      throw new IllegalStateException(failed);
    }
  }

  private synchronized void start() {
    for (Session session : sessions) {
      Thread reader =
          new Thread(() -> guarded(() -> readAll(session)), "pgstow-reader-" + readers.size());
      reader.setDaemon(true);
      readers.add(reader);
      reader.start();
    }
  }

  private void await(Thread thread) {
    boolean joined = false;
    while (!joined) {
      try {
        thread.join();
        joined = true;
      } catch (InterruptedException e) {
        stop(Failure.interrupted("Cancelled."));
      }
    }
  }

  /** Ends the work; {@link #run} then throws the reason, unless something failed before. */
  void stop(Throwable reason) {
    if (!failure.compareAndSet(null, reason)) {
      return;
    }
    synchronized (this) {
      readers.forEach(Thread::interrupt);
      writers.forEach(Thread::interrupt);
    }
    sessions.forEach(Session::cancel);
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (Stopped e) {
      // Whoever stopped this thread has said why.
      return;
    } catch (RuntimeException | Error e) {
      stop(e);
    }
  }

  private void readAll(Session session) {
    Optional<TableRun> current = Optional.empty();
    while (failure.get() == null) {
      awaitPlace();
      TableRun table = current.filter(it -> it.left() > 0).or(this::next).orElse(null);
      if (table == null) {
        places.release();
        return;
      }
      current = Optional.of(table);
      take(table).ifPresentOrElse(segment -> read(session, table, segment), places::release);
    }
  }

  /** Whoever waits here holds no piece, so that those there are can come to their end. */
  private void awaitPlace() {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      throw Stopped.here();
    }
  }

  /** A table that nobody reads yet, else the one with the most left to help with. */
  private Optional<TableRun> next() {
    TableRun most = null;
    for (TableRun table : tables) {
      long left = table.left();
      if (left > 0 && !table.isStarted()) {
        return Optional.of(table);
      }
      if (left > 0 && (most == null || left > most.left())) {
        most = table;
      }
    }
    return Optional.ofNullable(most);
  }

  private synchronized Optional<Segment> take(TableRun table) {
    boolean isFirst = !table.isStarted();
    Optional<Segment> segment = table.take();
    if (isFirst && segment.isPresent() && failure.get() == null) {
      Thread writer =
          new Thread(() -> guarded(() -> write(table)), "pgstow-file-" + writers.size());
      writer.setDaemon(true);
      writers.add(writer);
      writer.start();
    }
    return segment;
  }

  private void read(Session session, TableRun table, Segment segment) {
    TableReading reading = table.reading();
    String doing = "reading " + reading.table().name();
    try {
      Pump pump = new Pump(segment, reading, form);
      session.copyData(segment.sql(), doing, pump::accept);
      pump.end();
    } catch (IOException e) {
      throw new IllegalStateException("Nothing here does I/O", e);
    }
  }

  private void write(TableRun run) {
    PlannedTable table = run.reading().table();
    ExportedTable done =
        new TableFile(run, form, snapshot, listener).write(folder.temporary(table.file()));
    folder.finished(done);
    listener.on(
        new ProgressEvent.TableFinished(
            table.name().toString(), done.rows(), done.bytes(), done.elapsed()));
  }

  /** From the messages of a COPY to the chunks of a piece. */
  private static final class Pump {
    private final Segment segment;
    private final JsonSink sink;
    private final RowWriter writer;
    private long told;

    Pump(Segment segment, TableReading reading, FileForm form) {
      this.segment = segment;
      this.sink = new JsonSink(segment.buffer(), this::full);
      this.writer = new RowWriter(reading.names(), reading.readings(), form, sink);
    }

    void accept(byte[] message) {
      writer.accept(message);
    }

    private byte[] full(byte[] buffer, int length) {
      return segment.put(buffer, length, newRows());
    }

    private long newRows() {
      long rows = writer.rows() - told;
      told = writer.rows();
      return rows;
    }

    void end() {
      segment.end(sink.buffer, sink.at, newRows(), writer.inexact());
    }
  }
}
