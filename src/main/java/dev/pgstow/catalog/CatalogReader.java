package dev.pgstow.catalog;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.Snapshot;
import dev.pgstow.postgres.SqlFailure;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.util.List;
import java.util.Set;

/**
 * Reads all a database holds, in one moment and without a lock stronger than ACCESS SHARE, in a
 * number of queries that does not depend on how much it is. Any role that may connect can read;
 * what it may not see is said in the notes.
 *
 * <p>The statements it gives load with {@code search_path} empty, {@code check_function_bodies} off
 * and the tablespace and access-method defaults of a new server.
 */
public final class CatalogReader {
  private static final int ATTEMPTS = 20;

  /**
   * What the server says when something it was asked about has just been dropped, or when whoever
   * is about to waits for the reader.
   */
  private static final Set<String> OVERTAKEN =
      Set.of("XX000", "42P01", "42704", "42883", "42703", "3F000", "55000", "40P01");

  private final Session session;

  /** A reader on a session that is in no transaction and stays the caller's to close. */
  public CatalogReader(Session session) {
    this.session = session;
  }

  /**
   * Reads the catalog. Starts over, up to twenty times, when what it reads is dropped meanwhile;
   * each time the listener gets a warning.
   *
   * @throws SqlFailure if the server refuses
   * @throws Failure {@code server-too-old}; {@code lock-table-full} if there is no room to lock all
   *     tables; {@code catalog-incomplete} if an object was lost on the way, which is a defect
   */
  public Catalog read(CatalogOptions options, ProgressListener progress) {
    if (session.majorVersion() < 14) {
      throw Failure.failed(
          "server-too-old",
          "The server is PostgreSQL " + session.serverVersion() + ".",
          "Dumps are made of PostgreSQL 14 and later.");
    }
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return attempt(options);
      } catch (SqlFailure e) {
        if (!OVERTAKEN.contains(e.sqlState())) {
          throw e;
        }
        progress.on(
            new ProgressEvent.Warning(
                "Something was dropped or altered while it was read; reading again. The server"
                    + " said: "
                    + e.serverMessage()));
      }
    }
    return attempt(options);
  }

  private Catalog attempt(CatalogOptions options) {
    TableLocks locks = new TableLocks(session, new Scope(options));
    List<String> tables = locks.wanted();
    try (Snapshot snapshot = locks.open(tables)) {
      Queries queries = new Queries(snapshot.session());
      locks.add(tables);
      return new CatalogBuilder(queries, options).build(locks.notes());
    }
  }
}
