package dev.pgstow.postgres;

import dev.pgstow.sql.Literals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * One moment of a database: a read-only, repeatable-read transaction of a session, in which values
 * read as text look the same whatever the server's and the role's settings are. Other sessions can
 * join the moment. Closing it ends the transaction; the session stays the caller's to close.
 */
public final class Snapshot implements AutoCloseable {
  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 20;

  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("search_path", "pg_catalog"),
              Map.entry("TimeZone", "UTC"),
              Map.entry("DateStyle", "ISO, YMD"),
              Map.entry("IntervalStyle", "postgres"),
              Map.entry("extra_float_digits", "3"),
              Map.entry("bytea_output", "hex"),
              Map.entry("xmloption", "content"),
              Map.entry("xmlbinary", "base64"),
              Map.entry("lc_monetary", "C"),
              Map.entry("standard_conforming_strings", "on"),
              Map.entry("quote_all_identifiers", "off"),
              // A policy makes an error that names the table, never a silent gap.
              Map.entry("row_security", "off"),
              // Rows come in the order they are stored, each time.
              Map.entry("synchronize_seqscans", "off"),
              // A person may be reading a question while this waits.
              Map.entry("idle_in_transaction_session_timeout", "0")));

  private final Session session;

  private Snapshot(Session session) {
    this.session = session;
  }

  /**
   * Opens a snapshot on a session that is in no transaction.
   *
   * @throws SqlFailure if the server refuses
   */
  public static Snapshot open(Session session) {
    return begin(session, "", "");
  }

  /**
   * Opens a snapshot of a moment after a statement that itself needs none, such as LOCK TABLE.
   * Tries again where the server ends the statement for a deadlock: nothing was read yet.
   *
   * @throws SqlFailure if the server refuses
   */
  public static Snapshot open(Session session, String first) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return begin(session, "", first + ";");
      } catch (SqlFailure e) {
        if (!e.sqlState().equals(DEADLOCK)) {
          throw e;
        }
      }
    }
    return begin(session, "", first + ";");
  }

  /**
   * Another session's view of this moment, while this snapshot is open.
   *
   * @param reader a session of the same database, in no transaction
   */
  public Snapshot join(Session reader) {
    return begin(reader, export(), "");
  }

  /** As {@link #join(Session)}, after a statement that itself needs no moment. */
  public Snapshot join(Session reader, String first) {
    return begin(reader, export(), first + ";");
  }

  /** The session it is on. */
  public Session session() {
    return session;
  }

  /** The id {@code SET TRANSACTION SNAPSHOT} takes, good while this snapshot is open. */
  public String export() {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_export_snapshot()")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw session.failure(e, "exporting the snapshot");
    }
  }

  /** Ends the transaction; never throws, since nothing was written. */
  @Override
  public void close() {
    try {
      session.connection().rollback();
      session.connection().setAutoCommit(true);
    } catch (SQLException e) {
      session.close();
    }
  }

  private static Snapshot begin(Session session, String snapshot, String first) {
    StringBuilder sql =
        new StringBuilder("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;");
    if (!snapshot.isEmpty()) {
      sql.append("SET TRANSACTION SNAPSHOT ").append(Literals.quote(snapshot)).append(';');
    }
    SETTINGS.forEach(
        (name, value) ->
            sql.append("SET LOCAL ").append(name).append(" = '").append(value).append("';"));
    // Neither the settings nor a lock fix the moment; the first query does.
    sql.append(first).append("SELECT 1");
    try {
      session.connection().setAutoCommit(false);
    } catch (SQLException e) {
      throw session.failure(e, "opening a snapshot");
    }
    Snapshot opened = new Snapshot(session);
    try {
      session.execute(sql.toString(), "opening a snapshot");
      return opened;
    } catch (SqlFailure e) {
      opened.close();
      throw e;
    }
  }
}
