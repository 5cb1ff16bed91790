package dev.pgstow.demo;

import dev.pgstow.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases with the sample, or made for it, on the shared test server. */
final class SampleDatabases implements AutoCloseable {
  private final String name = TestServer.shared().createDatabase();

  static SampleDatabases withSample() throws SQLException {
    SampleDatabases database = new SampleDatabases();
    try (Connection connection = database.connect()) {
      SampleServer.loadConstructive(connection);
    }
    return database;
  }

  Connection connect() throws SQLException {
    return TestServer.shared().connect(name);
  }

  void execute(String sql) {
    TestServer.shared().execute(name, sql);
  }

  /** The rows, columns joined by a bar, NULL as empty text. */
  List<String> query(String sql) throws SQLException {
    try (Connection connection = connect()) {
      return query(connection, sql);
    }
  }

  static List<String> query(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          String value = result.getString(i);
          row.add(value == null ? "" : value);
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    TestServer.shared().dropDatabase(name);
  }
}
