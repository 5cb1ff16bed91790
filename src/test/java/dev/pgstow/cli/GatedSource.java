package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * A sample server on which reading the last action of a database waits at a gate, so that a test
 * can do things in the middle of an export.
 */
final class GatedSource implements AutoCloseable {
  private static final String GATE =
      """
      ALTER TABLE db_migrate.sql_actions RENAME TO actions_behind;
      CREATE FUNCTION db_migrate.gate(content text) RETURNS text LANGUAGE plpgsql STABLE AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(42);
        RETURN content;
      END $$;
      CREATE VIEW db_migrate.sql_actions AS
        SELECT id, database_id, name, deploy, deps,
               CASE WHEN id IN (SELECT max(id) FROM db_migrate.actions_behind GROUP BY database_id)
                    THEN db_migrate.gate(content) ELSE content END AS content,
               revert, verify, category
          FROM db_migrate.actions_behind;
      """;

  private static final String WAITING =
      "SELECT a.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype ="
          + " 'advisory' AND NOT l.granted AND a.datname = current_database()";

  final String database = Sample.createDatabase();
  private final Connection holder;

  GatedSource() throws SQLException {
    TestServer.shared().execute(database, GATE);
    holder = TestServer.shared().connect(database);
  }

  void shut() throws SQLException {
    execute("SELECT pg_advisory_lock(42)");
  }

  void open() throws SQLException {
    execute("SELECT pg_advisory_unlock(42)");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = holder.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Waits until an export has come to the gate; the process of the server that serves it. */
  int awaitReader() throws SQLException, InterruptedException {
    for (int i = 0; i < 600; i++) {
      int pid = number(WAITING);
      if (pid != 0) {
        return pid;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("no export came to the gate");
  }

  /** Waits until nobody but this is connected any more. */
  void assertNoSessions() throws SQLException, InterruptedException {
    int others = -1;
    for (int i = 0; i < 100 && others != 0; i++) {
      others =
          number(
              "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                  + " AND pid <> pg_backend_pid()");
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertTrue(others == 0, others + " sessions are left");
  }

  private int number(String sql) throws SQLException {
    try (Statement statement = holder.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  @Override
  public void close() throws SQLException {
    holder.close();
    TestServer.shared().dropDatabase(database);
  }
}
