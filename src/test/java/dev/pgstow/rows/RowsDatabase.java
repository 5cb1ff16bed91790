package dev.pgstow.rows;

import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Secret;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database of the shared server, and exports of it. Closing drops it. */
public record RowsDatabase(String name) implements AutoCloseable {

  /** An empty one. */
  public static RowsDatabase empty() {
    return new RowsDatabase(TestServer.shared().createDatabase());
  }

  /** One filled by a script of the test resources. */
  public static RowsDatabase of(String script) {
    RowsDatabase database = empty();
    database.execute(resource(script));
    return database;
  }

  static String resource(String name) {
    try (InputStream in = RowsDatabase.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void execute(String sql) {
    TestServer.shared().execute(name, sql);
  }

  /** The first column of all rows. */
  List<String> query(String sql) {
    List<String> found = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect(name);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  static Databases databases() {
    TestServer server = TestServer.shared();
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.url(
                "host=%s port=%d user=%s".formatted(server.host, server.port, server.user)),
            Map.of(),
            Path.of("no-such-home"),
            "nobody");
    return new Databases(
        settings.withPassword(
            Optional.of(server.password).filter(it -> !it.isEmpty()).map(Secret::new)));
  }

  DataRequest request(Path directory) {
    return request(directory, FileForm.json(), 1);
  }

  DataRequest request(Path directory, FileForm form, int jobs) {
    return new DataRequest(
        name, directory, TableChoice.everything(), form, jobs, DataRequest.Start.FRESH);
  }

  DataResult export(DataRequest request) {
    return new DataExport(databases(), Clock.systemUTC()).run(request, ProgressListener.none());
  }

  @Override
  public void close() {
    TestServer.shared().dropDatabase(name);
  }
}
