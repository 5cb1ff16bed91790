package dev.pgstow.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestServerTest {
  @Test
  void databasesAreMadeAndDropped() throws Exception {
    TestServer server = TestServer.shared();
    String name = server.createDatabase();
    try (Connection connection = server.connect(name);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT current_database()")) {
      result.next();
      assertEquals(name, result.getString(1));
    } finally {
      server.dropDatabase(name);
    }
  }
}
