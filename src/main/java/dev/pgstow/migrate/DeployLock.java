package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps two deployments out of one database. Held until the session ends. */
final class DeployLock {
  /** "pgstow" in ASCII; advisory locks count per database. */
  private static final long KEY = 0x7067_7374_6f77L;

  /**
   * Begins a transaction that holds the lock until its end even if a script lets go of the
   * session's.
   */
  static final String BEGIN = "BEGIN; SELECT pg_catalog.pg_advisory_xact_lock(" + KEY + ")";

  private static final String HOLDER =
      "SELECT coalesce(string_agg(format('process %s of %s', a.pid, a.usename), ', '), '')"
          + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid)"
          + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
          + " AND l.database = (SELECT oid FROM pg_catalog.pg_database"
          + " WHERE datname = current_database())"
          + " AND l.classid = "
          + (KEY >>> 32)
          + " AND l.objid = "
          + (KEY & 0xffff_ffffL);

  private DeployLock() {}

  /**
   * Takes the lock, waiting for its holder as long as the session's {@code lock_timeout} lets.
   *
   * @throws Failure {@code deploy-running}
   */
  static void take(Session session, ProgressListener listener) {
    try (Statement statement = session.connection().createStatement()) {
      if (first(statement, "SELECT pg_catalog.pg_try_advisory_lock(" + KEY + ")").equals("t")) {
        return;
      }
      String holder = first(statement, HOLDER);
      String running =
          "Another deployment is running in this database"
              + (holder.isEmpty() ? "" : " (" + holder + ")");
      listener.on(new ProgressEvent.Warning(running + "; waiting for it."));
      try {
        first(statement, "SELECT pg_catalog.pg_advisory_lock(" + KEY + ")");
      } catch (SQLException e) {
        SqlFailure failure = session.failure(e, "waiting for another deployment");
        throw failure.ident().equals("lock-timeout")
            ? Failure.failed(
                "deploy-running",
                running + ", and did not end in time.",
                "Try again later, or wait longer with --lock-timeout.",
                failure)
            : failure;
      }
    } catch (SQLException e) {
      throw session.failure(e, "taking the lock for deployments");
    }
  }

  /** Takes it anew, if a script let go of it. */
  static void retake(Session session, ProgressListener listener) {
    try (Statement statement = session.connection().createStatement()) {
      // Taken twice it would have to be let go twice.
      first(statement, "SELECT pg_catalog.pg_advisory_unlock(" + KEY + ")");
    } catch (SQLException e) {
      throw session.failure(e, "taking the lock for deployments");
    }
    take(session, listener);
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
