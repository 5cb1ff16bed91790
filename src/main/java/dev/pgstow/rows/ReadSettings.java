package dev.pgstow.rows;

import dev.pgstow.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Settings of a transaction that reads tables, beyond those of a snapshot. */
final class ReadSettings {
  /** From this major on there is {@code transaction_timeout}. */
  private static final int TRANSACTION_TIMEOUT = 17;

  private static final String SETTINGS =
      "SET LOCAL IntervalStyle = 'iso_8601';"
          // Rows come in the order they are stored, whatever the planner would like.
          + "SET LOCAL enable_indexscan = off;"
          + "SET LOCAL enable_indexonlyscan = off;"
          + "SET LOCAL max_parallel_workers_per_gather = 0;"
          + "SET LOCAL jit = off;"
          // Roles of web applications have seconds; a large table takes longer.
          + "SET LOCAL statement_timeout = 0";

  private ReadSettings() {}

  static void set(Session session) {
    session.execute(
        session.majorVersion() < TRANSACTION_TIMEOUT
            ? SETTINGS
            : SETTINGS + ";SET LOCAL transaction_timeout = 0",
        "preparing to read");
  }

  /**
   * Before another session locks what this run has locked: whoever waits to change a table waits
   * for the first session, and it would wait for them.
   */
  static void limitWaiting(Session session) {
    session.execute("SET lock_timeout = '30s'", "preparing to read");
  }

  /** What a snapshot is known by. */
  static Moment moment(Session session, String id, Instant at) {
    String lsn =
        "SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_replay_lsn()"
            + " ELSE pg_catalog.pg_current_wal_lsn() END::pg_catalog.text";
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(lsn)) {
      row.next();
      return new Moment(id, row.getString(1), at, session.serverVersion());
    } catch (SQLException e) {
      throw session.failure(e, "asking for the position in the log");
    }
  }
}
