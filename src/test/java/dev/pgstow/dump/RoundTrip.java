package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.PostgresClient;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The proof of a dump: loaded into an empty database it gives a database whose dump is the same
 * bytes, and of which pg_dump says the same.
 *
 * @param folder for the dumps
 */
record RoundTrip(int major, TestServer server, Path folder) {
  static final CatalogOptions EVERYTHING = new CatalogOptions(List.of(), List.of(), true, true);

  static RoundTrip on(int major, Path folder) {
    return new RoundTrip(major, TestServer.shared(major), folder);
  }

  /** An empty database with the roles of the fixtures on its server. */
  String database() throws IOException {
    String database = server.createDatabase();
    server.execute(database, Files.readString(Fixture.FOLDER.resolve("roles.sql")));
    return database;
  }

  /** Checks the round trip in every layout. */
  DumpResult check(String database) throws IOException {
    Optional<String> original = client().dump(database, major);
    DumpResult result = null;
    for (Layout layout : List.of(new Layout.Flat(), new Layout.PerKind())) {
      Path first = folder.resolve(layout.label());
      result = dump(database, layout, first);
      String again = database();
      String script = layout instanceof Layout.Flat ? "schema.sql" : "load.sql";
      client().load(again, List.of(first.resolve(script)));
      Path second = folder.resolve(layout.label() + "-again");
      dump(again, layout, second);
      assertSame(first, second);
      if (original.isPresent()) {
        String text = client().dump(again, major).orElseThrow();
        Files.writeString(folder.resolve("pg_dump.sql"), original.get());
        Files.writeString(folder.resolve("pg_dump-again.sql"), text);
        assertEqualText(original.get(), text);
      }
      drop(again);
    }
    return java.util.Objects.requireNonNull(result);
  }

  DumpResult dump(String database, Layout layout, Path output) {
    DumpRequest request = new DumpRequest(database, EVERYTHING, layout, output, false, false);
    DumpEngine engine = new DumpEngine(TestSessions.databases(server));
    try (StagedDump staged = engine.stage(request, ProgressListener.none())) {
      return staged.commit(ProgressListener.none());
    }
  }

  /** Drops a database, its subscriptions first: the server insists. */
  void drop(String database) {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      List<String> subscriptions = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT quote_ident(subname) FROM pg_subscription s JOIN pg_database d"
                  + " ON d.oid = s.subdbid WHERE d.datname = current_database()")) {
        while (rows.next()) {
          subscriptions.add(rows.getString(1));
        }
      }
      for (String subscription : subscriptions) {
        statement.execute("ALTER SUBSCRIPTION " + subscription + " SET (slot_name = NONE)");
        statement.execute("DROP SUBSCRIPTION " + subscription);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    server.dropDatabase(database);
  }

  PostgresClient client() {
    return new PostgresClient(server);
  }

  private static void assertSame(Path first, Path second) throws IOException {
    Map<String, String> one = files(first);
    Map<String, String> two = files(second);
    for (Map.Entry<String, String> file : one.entrySet()) {
      if (!file.getKey().equals(Manifest.NAME)) {
        String other = two.get(file.getKey());
        assertTrue(other != null, () -> "lost: " + file.getKey() + "\n" + file.getValue());
        assertEqualText(file.getValue(), other);
      }
    }
    for (String file : two.keySet()) {
      assertTrue(one.containsKey(file), () -> "new: " + file + "\n" + two.get(file));
    }
    assertEquals(one, two);
  }

  /** Equal, or a failure that shows where not. */
  private static void assertEqualText(String one, String two) {
    if (one.equals(two)) {
      return;
    }
    List<String> ones = one.lines().toList();
    List<String> twos = two.lines().toList();
    int at = 0;
    while (at < Math.min(ones.size(), twos.size()) && ones.get(at).equals(twos.get(at))) {
      at++;
    }
    assertEquals(around(ones, at), around(twos, at), "line " + (at + 1));
    throw new AssertionError("Line ends differ");
  }

  private static String around(List<String> lines, int at) {
    return String.join("\n", lines.subList(Math.max(0, at - 6), Math.min(lines.size(), at + 8)));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
