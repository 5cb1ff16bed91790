package dev.pgstow.migrate;

import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends statements as they stand, each in a message of its own; rows that come back are dropped.
 * The session must be one for scripts.
 */
final class StatementSender {
  /** More would make the driver wait in between; a server that says much could block us both. */
  private static final int BATCH_STATEMENTS = 100;

  private static final int BATCH_CHARACTERS = 60_000;

  private final Session session;
  private final Optional<ProgressListener> notices;

  /**
   * A sender.
   *
   * @param notices hears what the server says meanwhile
   */
  StatementSender(Session session, Optional<ProgressListener> notices) {
    this.session = session;
    this.notices = notices;
  }

  /**
   * Runs statements inside the transaction that is open, without waiting for one before sending the
   * next. After a failure the transaction is aborted.
   */
  void together(List<String> statements) throws StatementFailed {
    int from = 0;
    while (from < statements.size()) {
      int to = from;
      long characters = 0;
      boolean conforming = true;
      do {
        String sql = statements.get(to++);
        characters += sql.length();
        // The driver reads strings as the server does by then, so the server has to get there.
        conforming = !sql.toLowerCase(Locale.ROOT).contains("standard_conforming_strings");
      } while (conforming
          && to < statements.size()
          && to - from < BATCH_STATEMENTS
          && characters + statements.get(to).length() <= BATCH_CHARACTERS);
      batch(statements.subList(from, to), from);
      from = to;
    }
  }

  /** Runs statements one after the other, each in a transaction of its own if none is open. */
  void oneByOne(List<String> statements) throws StatementFailed {
    for (int i = 0; i < statements.size(); i++) {
      batch(statements.subList(i, i + 1), i);
    }
  }

  private void batch(List<String> statements, int offset) throws StatementFailed {
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        if (isTaken(statement, statements)) {
          statement.executeBatch();
        } else if (statements.size() == 1) {
          statement.execute(statements.get(0));
        } else {
          for (int i = 0; i < statements.size(); i++) {
            batch(statements.subList(i, i + 1), offset + i);
          }
        }
      } catch (BatchUpdateException e) {
        throw failed(e, statements.size(), offset);
      } finally {
        tell(statement.getWarnings());
      }
    } catch (SQLException e) {
      throw new StatementFailed(offset, e);
    }
  }

  /** The driver refuses what it takes for several statements; it does not always know. */
  private static boolean isTaken(Statement statement, List<String> statements) {
    try {
      for (String sql : statements) {
        statement.addBatch(sql);
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * The statements behind the one that failed fail too, because the transaction is aborted; the
   * driver gives all errors in a chain, and nothing else to tell which one it was.
   */
  private static StatementFailed failed(BatchUpdateException e, int sent, int offset) {
    SQLException first = e.getNextException();
    if (first == null) {
      return new StatementFailed(offset, e);
    }
    int errors = 0;
    for (SQLException next = first; next != null; next = next.getNextException()) {
      errors++;
    }
    return new StatementFailed(offset + Math.max(0, sent - errors), first);
  }

  private void tell(SQLWarning warning) {
    if (notices.isEmpty()) {
      return;
    }
    for (SQLWarning next = warning; next != null; next = next.getNextWarning()) {
      String message = String.valueOf(next.getMessage());
      String severity = "00000".equals(next.getSQLState()) ? "NOTICE" : "WARNING";
      notices.get().on(new ProgressEvent.ServerNotice(severity, message));
    }
  }
}
