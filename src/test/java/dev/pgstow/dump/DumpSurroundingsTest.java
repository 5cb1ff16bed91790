package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.postgres.Databases;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps as somebody with few rights, and while others work. */
class DumpSurroundingsTest {
  private static final int DUMPS = 4;

  @TempDir private Path folder;

  @Test
  void aRoleThatMayOnlyConnectAndUseSchemasDumpsAndIsToldWhatItMayNotSee() throws IOException {
    RoundTrip trip = RoundTrip.on(17, folder);
    TestServer server = trip.server();
    String database = trip.database();
    trip.client()
        .load(
            database,
            List.of(
                Fixture.FOLDER.resolve("application/issue_tracker.sql"),
                Fixture.FOLDER.resolve("foreign/user_mappings.sql")));
    server.execute(
        database,
        "DROP ROLE IF EXISTS cat_guest; CREATE ROLE cat_guest LOGIN PASSWORD 'guest';"
            + "REVOKE ALL ON SCHEMA public FROM PUBLIC;"
            + "GRANT USAGE ON SCHEMA tracker, tracker_private, tracker_api, k_um TO cat_guest");
    DumpResult all = trip.dump(database, new Layout.Flat(), folder.resolve("all"));
    Databases guest = TestSessions.databases(server.host, server.port, "cat_guest", "guest");
    DumpRequest request =
        new DumpRequest(
            database,
            RoundTrip.EVERYTHING,
            new Layout.Flat(),
            folder.resolve("guest"),
            false,
            false);
    DumpResult result;
    try (StagedDump staged = new DumpEngine(guest).stage(request, ProgressListener.none())) {
      result = staged.commit(ProgressListener.none());
    }
    assertEquals(all.written().get(ObjectKind.TABLE), result.written().get(ObjectKind.TABLE));
    assertEquals(all.written().get(ObjectKind.FUNCTION), result.written().get(ObjectKind.FUNCTION));
    assertTrue(
        result.notes().stream().anyMatch(note -> note.contains("user mapping")),
        result.notes().toString());
    server.dropDatabase(database);
    server.execute("postgres", "DROP ROLE cat_guest");
  }

  @Test
  void aDumpWhileTablesComeChangeAndGoAlwaysLoads() throws Exception {
    RoundTrip trip = RoundTrip.on(17, folder);
    TestServer server = trip.server();
    String database = trip.database();
    server.execute(database, "CREATE SCHEMA busy; CREATE TABLE busy.stays (id int PRIMARY KEY)");
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger changes = new AtomicInteger();
    Thread busy = new Thread(() -> work(server, database, stop, changes));
    busy.start();
    try {
      for (int i = 0; i < DUMPS; i++) {
        Path output = folder.resolve("busy" + i);
        trip.dump(database, new Layout.Flat(), output);
        String again = trip.database();
        trip.client().load(again, List.of(output.resolve("schema.sql")));
        server.dropDatabase(again);
        assertTrue(Files.readString(output.resolve("schema.sql")).contains("busy.stays"));
      }
    } finally {
      stop.set(true);
      busy.join();
    }
    assertTrue(changes.get() > DUMPS, "the other session was at work");
    server.dropDatabase(database);
  }

  private static void work(
      TestServer server, String database, AtomicBoolean stop, AtomicInteger changes) {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      for (int i = 0; !stop.get(); i = (i + 1) % 20) {
        try {
          change(statement, i);
          changes.incrementAndGet();
        } catch (SQLException e) {
          // Either of two sessions can be the one that the server ends.
          if (!e.getSQLState().equals("40P01")) {
            throw e;
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void change(Statement statement, int i) throws SQLException {
    statement.execute("DROP TABLE IF EXISTS busy.t" + i + " CASCADE");
    statement.execute(
        "CREATE TABLE busy.t" + i + " (id int PRIMARY KEY, ref int REFERENCES busy.stays)");
    statement.execute("CREATE VIEW busy.v" + i + " AS SELECT id FROM busy.t" + i);
    statement.execute("ALTER TABLE busy.t" + i + " ADD name text DEFAULT 'x' CHECK (id > 0)");
    statement.execute("CREATE INDEX ON busy.t" + i + " (name)");
  }
}
