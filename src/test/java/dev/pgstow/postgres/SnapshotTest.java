package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private final TestServer server = TestServer.shared();
  private final String database = server.createDatabase();

  @AfterEach
  void drop() {
    server.dropDatabase(database);
  }

  @Test
  void allReadersSeeTheMomentItWasOpened() throws IOException {
    server.execute(database, "CREATE TABLE t AS SELECT 1 AS a");
    try (Session first = TestSettings.session(database);
        Session second = TestSettings.session(database);
        Snapshot snapshot = Snapshot.open(first)) {
      server.execute(database, "INSERT INTO t VALUES (2)");
      try (Snapshot joined = snapshot.join(second)) {
        server.execute(database, "INSERT INTO t VALUES (3)");
        assertEquals(List.of("1"), read(first, "SELECT a FROM public.t"));
        assertEquals(List.of("1"), read(joined.session(), "SELECT a FROM public.t"));
      }
      assertEquals(List.of("1", "2", "3"), read(second, "SELECT a FROM t ORDER BY a"));
    }
  }

  @Test
  void valuesLookTheSameWhateverTheDatabasesSettings() throws IOException {
    server.execute(
        "postgres",
        """
        ALTER DATABASE %1$s SET DateStyle = 'German';
        ALTER DATABASE %1$s SET TimeZone = 'Asia/Tokyo';
        ALTER DATABASE %1$s SET IntervalStyle = 'iso_8601';
        ALTER DATABASE %1$s SET bytea_output = 'escape';
        ALTER DATABASE %1$s SET extra_float_digits = -5;
        """
            .formatted(database));
    try (Session session = TestSettings.session(database);
        Snapshot snapshot = Snapshot.open(session)) {
      assertEquals(
          List.of("2020-01-02 03:04:05+00"),
          read(snapshot.session(), "SELECT timestamptz '2020-01-02 03:04:05Z'"));
      assertEquals(List.of("-1 days +02:03:00"), read(session, "SELECT interval '-1 day 2:03'"));
      assertEquals(List.of("\\x00ff"), read(session, "SELECT '\\x00ff'::bytea"));
      assertEquals(List.of("0.1"), read(session, "SELECT 0.1::float8"));
      assertEquals(List.of("$1,234.50"), read(session, "SELECT '1234.5'::numeric::money"));
      assertEquals(List.of("pg_catalog"), read(session, "SELECT current_setting('search_path')"));
      assertEquals(List.of("off"), read(session, "SELECT current_setting('row_security')"));
    }
  }

  @Test
  void aDeadlockWhileItLocksIsTriedAgain() throws Exception {
    server.execute(
        database,
        "CREATE TABLE a (); CREATE TABLE b (); ALTER DATABASE "
            + database
            + " SET deadlock_timeout = '300ms'");
    try (Connection other = server.connect(database);
        Statement work = other.createStatement();
        Session session = TestSettings.session(database)) {
      work.execute("SET deadlock_timeout = '1h'");
      other.setAutoCommit(false);
      work.execute("LOCK TABLE b");
      FutureTask<Snapshot> opening =
          new FutureTask<>(
              () -> Snapshot.open(session, "LOCK TABLE public.a, public.b IN ACCESS SHARE MODE"));
      new Thread(opening).start();
      awaitWaiter();
      work.execute("ALTER TABLE a ADD COLUMN seen text");
      other.commit();
      try (Snapshot snapshot = opening.get(30, TimeUnit.SECONDS)) {
        assertEquals(List.of(), read(snapshot.session(), "SELECT seen FROM public.a"));
      }
    }
  }

  private void awaitWaiter() throws SQLException, InterruptedException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 1000; i++) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'b'::regclass")) {
          row.next();
          if (row.getInt(1) > 0) {
            return;
          }
        }
        Thread.sleep(5);
      }
    }
    throw new AssertionError("nobody waits");
  }

  @Test
  void nothingCanBeWritten() {
    try (Session session = TestSettings.session(database);
        Snapshot snapshot = Snapshot.open(session)) {
      SqlFailure failure =
          assertThrows(
              SqlFailure.class,
              () -> snapshot.session().execute("CREATE TABLE public.t ()", "creating t"));
      assertEquals("25006", failure.sqlState());
    }
  }

  @Test
  void afterItTheSessionIsAsBefore() throws IOException, SQLException {
    try (Session session = TestSettings.session(database)) {
      Snapshot.open(session).close();
      assertTrue(session.connection().getAutoCommit());
      assertEquals(
          List.of("\"$user\", public"), read(session, "SELECT current_setting('search_path')"));
      session.execute("CREATE TABLE t ()", "creating t");
    }
  }

  @Test
  void anUnknownSnapshotIsAFailureAndClosingALostOneIsNone() {
    try (Session session = TestSettings.session(database)) {
      Snapshot snapshot = Snapshot.open(session);
      session.close();
      assertThrows(SqlFailure.class, snapshot::export);
      snapshot.close();
    }
  }

  private static List<String> read(Session session, String query) throws IOException {
    List<String> values = new ArrayList<>();
    session.copyOut("COPY (" + query + ") TO STDOUT", row -> values.add(String.valueOf(row[0])));
    return values;
  }
}
