package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;

/**
 * One connection to one database. Used by one thread at a time, save {@link #cancel()} and {@link
 * #close()}. The caller closes it.
 */
public final class Session implements AutoCloseable {
  private final PgConnection connection;
  private final Connection shared;
  private final String location;
  private final String user;
  private final String serverVersion;
  private final int majorVersion;
  private volatile boolean busy;

  Session(PgConnection connection, String location) throws SQLException {
    this.connection = connection;
    this.shared = StatementLog.isOn() ? LoggedConnection.of(connection) : connection;
    this.location = location;
    this.user = connection.getUserName();
    this.serverVersion = connection.getDBVersionNumber();
    this.majorVersion = connection.getMetaData().getDatabaseMajorVersion();
  }

  /** The JDBC connection; it belongs to this session, which closes it. */
  public Connection connection() {
    return shared;
  }

  /** Where it leads, for people: {@code user@host:port/database}. */
  public String location() {
    return location;
  }

  /** The role it was opened as. */
  public String user() {
    return user;
  }

  /** Such as {@code 17.4}. */
  public String serverVersion() {
    return serverVersion;
  }

  /** Such as 17. */
  public int majorVersion() {
    return majorVersion;
  }

  /** Whether it can still be used, as far as its last use showed. */
  public boolean isOpen() {
    try {
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  /** The failure for an error of this session; see {@link SqlFailures}. */
  public SqlFailure failure(SQLException error, String doing) {
    return SqlFailures.of(error, doing, user);
  }

  /**
   * Runs statements that return nothing.
   *
   * @param doing for the message of a failure, such as {@code "creating app.users"}
   * @throws SqlFailure if the server refuses
   */
  public void execute(String sql, String doing) {
    busy = true;
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      if (StatementLog.isOn()) {
        StatementLog.tell(doing, start);
        StatementLog.notices(statement.getWarnings());
      }
    } catch (SQLException e) {
      throw failure(e, doing);
    } finally {
      busy = false;
    }
  }

  /** As {@link #copyOut(String, String, CopyRow)}, naming nothing in particular. */
  public long copyOut(String sql, CopyRow handler) throws IOException {
    return copyOut(sql, "reading rows", handler);
  }

  /**
   * Streams the rows of a {@code COPY … TO STDOUT} in text format; returns their number. If the
   * handler throws, or the thread is interrupted, the COPY is cancelled on the server first.
   *
   * @param doing for the message of a failure, such as {@code "reading app.users"}
   * @throws SqlFailure if the server refuses or the connection is lost
   * @throws Failure {@code interrupted}; {@code invalid-text} if a value is not UTF-8
   * @throws IOException what the handler threw
   */
  public long copyOut(String sql, String doing, CopyRow handler) throws IOException {
    return copy(
        sql,
        doing,
        copy -> {
          CopyText text = new CopyText(copy.getFieldCount(), handler);
          read(copy, doing, text::accept);
          return text.count();
        });
  }

  /**
   * Streams the messages of a {@code COPY … TO STDOUT} as they come, in whatever format it asks
   * for. Otherwise as {@link #copyOut(String, String, CopyRow)}.
   *
   * @throws SqlFailure if the server refuses or the connection is lost
   * @throws Failure {@code interrupted}
   * @throws IOException what the handler threw
   */
  public void copyData(String sql, String doing, CopyData handler) throws IOException {
    copy(
        sql,
        doing,
        copy -> {
          read(copy, doing, handler);
          return 0;
        });
  }

  private interface CopyReader {
    long read(CopyOut copy) throws SQLException, IOException;
  }

  private long copy(String sql, String doing, CopyReader reader) throws IOException {
    busy = true;
    long start = System.nanoTime();
    try {
      CopyOut copy = connection.getCopyAPI().copyOut(sql);
      try {
        long rows = reader.read(copy);
        StatementLog.tell(doing, start);
        return rows;
      } catch (OutOfMemoryError e) {
        // The message it did not suffice for is still on its way: nothing behind it can be read.
        abort();
        throw e;
      } finally {
        stop(copy);
      }
    } catch (SQLException e) {
      throw failure(e, doing);
    } finally {
      busy = false;
    }
  }

  private static void read(CopyOut copy, String doing, CopyData handler)
      throws SQLException, IOException {
    boolean more = true;
    while (more) {
      // A variable that outlived the loop's body would keep a large row beside the next one.
      byte[] bytes = copy.readFromCopy();
      more = bytes != null;
      if (Thread.currentThread().isInterrupted()) {
        throw Failure.interrupted("Interrupted while " + doing + ".");
      }
      if (bytes != null) {
        handler.message(bytes);
      }
    }
  }

  /** Ends a COPY that was left early. What made us leave is what the caller hears of. */
  private void stop(CopyOut copy) {
    if (copy.isActive()) {
      cancel();
      try {
        while (copy.readFromCopy() != null) {
          // What was under way when the server heard of it.
        }
      } catch (SQLException e) {
        // The server says that the query was cancelled, or the connection is gone.
      }
    }
  }

  /**
   * Stops the running statement on the server, if there is one; the thread that waits for it then
   * fails with {@code query-cancelled}. From any thread. Takes seconds at most; if the server can't
   * be told, the connection is cut.
   */
  public void cancel() {
    try {
      connection.cancelQuery();
    } catch (SQLException e) {
      abort();
    }
  }

  /**
   * Closes the connection, whatever it is doing, within a second or so; never throws. Whoever uses
   * it then fails. From any thread. A statement run through {@link #connection()} may go on in the
   * server until it notices; {@link #cancel()} first where that matters.
   */
  @Override
  public void close() {
    if (busy) {
      cancel();
    }
    try {
      connection.close();
    } catch (SQLException e) {
      abort();
    }
  }

  private void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // Nothing is left to close.
    }
  }
}
