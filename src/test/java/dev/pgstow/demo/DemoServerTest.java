package dev.pgstow.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoServerTest {
  private static final String FINGERPRINTS =
      "SELECT format('%I.%I', n.nspname, c.relname), md5(query_to_xml(format("
          + "'SELECT t::text AS row FROM %I.%I AS t ORDER BY 1', n.nspname, c.relname),"
          + " false, false, '')::text)"
          + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_'"
          + " AND n.nspname <> 'information_schema' ORDER BY 1";

  @Test
  void servesTheSameSampleEveryTimeUntilItIsClosed() throws SQLException {
    String url;
    try (DemoServer demo = DemoServer.start();
        SampleDatabases other = SampleDatabases.withSample()) {
      url = "jdbc:" + demo.connectionUrl("constructive").replace("postgres@", "");
      try (Connection connection = DriverManager.getConnection(url, demo.user(), "")) {
        List<String> fingerprints = SampleDatabases.query(connection, FINGERPRINTS);
        assertTrue(fingerprints.size() > 70, fingerprints.toString());
        assertEquals(other.query(FINGERPRINTS), fingerprints);
        assertEquals(
            List.of("constructive", "inventory", "postgres"),
            SampleDatabases.query(
                connection, "SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1"));
      }
      assertEquals(demo.port(), URI.create(demo.connectionUrl()).getPort());
      assertEquals("", URI.create(demo.connectionUrl()).getPath());
    }
    assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "postgres", ""));
  }
}
