package dev.pgstow.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.Snapshot;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Exports the rows of a database to JSON files, all as of one moment. One run at a time; {@link
 * #cancel()} from any thread.
 *
 * <p>Memory does not depend on the number of rows; a single row is held once or twice.
 */
public final class DataExport {
  private final Databases databases;
  private final Clock clock;
  private final OpenSessions open = new OpenSessions();

  /** An export from databases of a server. */
  public DataExport(Databases databases, Clock clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * What {@link #run} would export; writes nothing, and does not look at the directory.
   *
   * @throws Failure as {@link #run}
   */
  public DataPlan plan(DataRequest request) {
    check(request);
    try (OpenSessions sessions = open.begin();
        Snapshot snapshot = Snapshot.open(sessions.connect(databases, request.database()))) {
      ReadSettings.set(snapshot.session());
      return Survey.of(snapshot.session(), request, Map.of(), sessions::check).plan();
    } catch (Failure e) {
      throw open.reason(e);
    } finally {
      open.release();
    }
  }

  /**
   * Exports. After a failure finished tables and their journal stay, and {@link
   * DataRequest.Start#RESUME} goes on with the others.
   *
   * @throws Failure {@code table-unknown}, {@code table-ambiguous}, {@code schema-unknown}, {@code
   *     where-invalid}, {@code where-without-table}, {@code where-twice}, {@code no-tables}, {@code
   *     export-exists}, {@code export-running}, {@code resume-differs}, {@code file-exists}, {@code
   *     value-too-large}, {@code interrupted}; the server's and the disk's
   */
  public DataResult run(DataRequest request, ProgressListener listener) {
    long startedAt = System.nanoTime();
    check(request);
    ProgressListener oneByOne = oneByOne(listener);
    try (DataFolder folder = DataFolder.open(request.directory());
        OpenSessions sessions = open.begin()) {
      boolean resumes = request.start() == DataRequest.Start.RESUME;
      if (folder.earlier().isPresent() && resumes) {
        List<ExportedTable> tables =
            folder.finished(folder.earlier().get(), Metadata.options(request));
        return result(request, tables, tables.size(), List.of(), startedAt);
      }
      if (folder.earlier().isPresent() && request.start() == DataRequest.Start.FRESH) {
        throw DataFolder.exists(request.directory());
      }
      return export(request, folder, sessions, oneByOne, startedAt);
    } catch (Failure e) {
      throw open.reason(e);
    } finally {
      open.release();
    }
  }

  /**
   * What an earlier export left in a directory, which need not be there.
   *
   * @throws Failure if it can't be read
   */
  public static EarlierExport earlier(Path directory) {
    return DataFolder.look(directory);
  }

  private DataResult export(
      DataRequest request,
      DataFolder folder,
      OpenSessions sessions,
      ProgressListener listener,
      long startedAt) {
    ObjectNode options = Metadata.options(request);
    boolean resumes = request.start() == DataRequest.Start.RESUME;
    Map<TableName, ExportedTable> finished = resumes ? folder.resume(options) : Map.of();
    Session first = sessions.connect(databases, request.database());
    Set<String> locks = locks(first, request);
    try (Snapshot snapshot = Snapshot.open(first, lock(locks))) {
      ReadSettings.set(first);
      Map<TableName, String> files = new HashMap<>();
      finished.forEach((name, table) -> files.put(name, table.file()));
      Survey survey = Survey.of(first, request, files, sessions::check);
      DataPlan plan = survey.plan();
      if (plan.tables().isEmpty() && finished.isEmpty()) {
        throw Failure.failed(
            "no-tables", "There is no table to export in " + first.location() + ".", "");
      }
      lockNewcomers(first, survey, locks);
      List<TableReading> readings = survey.readings(first);
      List<Session> readers = readers(request, snapshot, sessions, lock(locks));
      Moment moment = ReadSettings.moment(first, snapshot.export(), clock.instant());
      List<String> made = plan.tables().stream().map(PlannedTable::file).toList();
      folder.begin(options, moment, made, resumes);
      if (!finished.isEmpty()) {
        listener.on(new ProgressEvent.Warning(resumed(finished.size())));
      }
      ReadingCrew crew =
          new ReadingCrew(readers, readings, request.form(), folder, moment.id(), listener);
      try {
        sessions.during(crew);
        crew.run();
      } catch (Failure e) {
        throw partly(e, folder, finished.size() + plan.tables().size(), request);
      }
      List<ExportedTable> tables = inOrder(folder.finished(), survey.order());
      folder.complete(Metadata.file(request, folder.moments(), plan, tables, clock.instant()));
      return result(request, tables, finished.size(), plan.cycles(), startedAt);
    }
  }

  private static void check(DataRequest request) {
    request.choice().where().forEach(Conditions::check);
  }

  private static String resumed(int tables) {
    return "Going on in another snapshot than the "
        + (tables == 1 ? "table" : tables + " tables")
        + " finished before: what was written to the database in between makes a difference.";
  }

  /** The tables to lock, as far as they can be known before the moment is fixed. */
  private static Set<String> locks(Session session, DataRequest request) {
    TableSelection selection =
        TableSelection.of(new TableCatalog(session).tables(), request.choice());
    Set<String> locks = new TreeSet<>();
    selection.all().forEach(it -> locks.add(it.only()));
    return locks;
  }

  /** {@code TRUNCATE} would empty a table for earlier moments too, so no one may do that now. */
  private static String lock(Set<String> tables) {
    // An empty statement is one too.
    return tables.isEmpty()
        ? ""
        : "LOCK TABLE " + String.join(", ", tables) + " IN ACCESS SHARE MODE";
  }

  /** Locks tables that came between the listing and the moment. */
  private static void lockNewcomers(Session session, Survey survey, Set<String> locks) {
    for (LiveTable table : survey.live()) {
      if (locks.add(table.only())) {
        session.execute(
            "LOCK TABLE " + table.only() + " IN ACCESS SHARE MODE", "locking " + table.name());
      }
    }
  }

  private List<Session> readers(
      DataRequest request, Snapshot snapshot, OpenSessions sessions, String lock) {
    List<Session> readers = new ArrayList<>(List.of(snapshot.session()));
    while (readers.size() < request.jobs()) {
      Session reader = sessions.connect(databases, request.database());
      ReadSettings.limitWaiting(reader);
      // Ends with its session.
      snapshot.join(reader, lock);
      ReadSettings.set(reader);
      readers.add(reader);
    }
    return readers;
  }

  private static Failure partly(Failure e, DataFolder folder, int all, DataRequest request) {
    int done = folder.finished().size();
    if (done == 0) {
      return e;
    }
    String left =
        done
            + " of "
            + all
            + " tables are finished in "
            + request.directory()
            + "; --resume goes on with the others.";
    boolean cancelled = e.ident().equals("interrupted");
    return new Failure(
        e.exitCode(),
        e.ident(),
        cancelled ? "Cancelled. " + left : String.valueOf(e.getMessage()),
        cancelled ? e.hint() : (e.hint() + " " + left).strip(),
        e);
  }

  private static List<ExportedTable> inOrder(List<ExportedTable> tables, List<TableName> order) {
    Map<TableName, Integer> places = new HashMap<>();
    order.forEach(name -> places.put(name, places.size()));
    // A table that is gone since an earlier run exported it comes last.
    return tables.stream()
        .sorted(Comparator.comparingInt(it -> places.getOrDefault(it.name(), Integer.MAX_VALUE)))
        .toList();
  }

  private static DataResult result(
      DataRequest request,
      List<ExportedTable> tables,
      int resumed,
      List<List<TableName>> cycles,
      long startedAt) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
    return new DataResult(request.directory(), tables, resumed, cycles, elapsed);
  }

  private static ProgressListener oneByOne(ProgressListener listener) {
    Object lock = new Object();
    return event -> {
      synchronized (lock) {
        listener.on(event);
      }
    };
  }

  /**
   * Stops the run, or the next one if none is under way: it fails with {@code interrupted} once the
   * server has been told. From any thread.
   */
  public void cancel() {
    open.cancel();
  }
}
