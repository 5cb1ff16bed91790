package dev.pgstow.testing;

import dev.pgstow.demo.SampleServer;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The demo's sample database on the tests' server: loaded once a run, then copied as a template.
 */
public final class Sample {
  private Sample() {}

  /** A database of its own with the sample in it; the caller drops it. */
  public static String createDatabase() {
    return TestServer.shared().createDatabase(Holder.TEMPLATE);
  }

  private static String load() {
    TestServer server = TestServer.shared();
    String name = server.createDatabase();
    try {
      try (Connection connection = server.connect(name)) {
        SampleServer.loadConstructive(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  private static final class Holder {
    private static final String TEMPLATE = load();
  }
}
