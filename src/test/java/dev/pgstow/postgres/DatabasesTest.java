package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasesTest {
  private static final TestServer SERVER = TestServer.shared();
  private final Databases databases = new Databases(TestSettings.shared());

  @Test
  void aSessionKnowsWhereItIs() throws SQLException {
    try (Session session = databases.connect("postgres")) {
      assertEquals(TestSettings.shared().withDatabase("postgres").location(), session.location());
      assertTrue(session.majorVersion() >= 14);
      assertTrue(session.serverVersion().startsWith(String.valueOf(session.majorVersion())));
      assertEquals("pgstow", show(session, "application_name"));
      assertEquals(SERVER.user, session.user());
    }
  }

  @Test
  void parametersReachTheServer() throws SQLException {
    ConnectionSettings settings =
        TestSettings.of(
            "host=%s port=%d user=%s password='%s' application_name=mine options='-c work_mem=123kB'"
                .formatted(SERVER.host, SERVER.port, SERVER.user, SERVER.password));
    try (Session session = new Databases(settings).connect("postgres")) {
      assertEquals("mine", show(session, "application_name"));
      assertEquals("123kB", show(session, "work_mem"));
    }
  }

  @Test
  void databasesAreListedWithPostgresLastAndWithoutTemplates() {
    String odd = "Odd \"name\"/?&é";
    SERVER.execute("postgres", "DROP DATABASE IF EXISTS \"Odd \"\"name\"\"/?&é\"");
    SERVER.execute("postgres", "CREATE DATABASE \"Odd \"\"name\"\"/?&é\" TEMPLATE template0");
    try {
      List<String> names = databases.list();
      assertEquals("postgres", names.get(names.size() - 1));
      assertTrue(names.contains(odd));
      assertFalse(names.contains("template1"));
      assertEquals(DatabaseKind.PLAIN, databases.kind(odd));
    } finally {
      SERVER.execute("postgres", "DROP DATABASE \"Odd \"\"name\"\"/?&é\" WITH (FORCE)");
    }
  }

  @Test
  void aDatabaseWithTheMetaschemaIsConstructiveEvenForARoleThatMayNotReadIt() {
    String name = SERVER.createDatabase();
    try {
      assertEquals(DatabaseKind.PLAIN, databases.kind(name));
      SERVER.execute(
          name,
          "CREATE SCHEMA metaschema_public; CREATE TABLE metaschema_public.database (id uuid);"
              + " DROP ROLE IF EXISTS kind_reader; CREATE ROLE kind_reader LOGIN PASSWORD 'k'");
      assertEquals(DatabaseKind.CONSTRUCTIVE, databases.kind(name));
      Databases reader =
          new Databases(
              TestSettings.of(
                  "host=%s port=%d user=kind_reader password=k"
                      .formatted(SERVER.host, SERVER.port)));
      assertEquals(DatabaseKind.CONSTRUCTIVE, reader.kind(name));
      SERVER.execute("postgres", "REVOKE CONNECT ON DATABASE " + name + " FROM public");
      assertEquals(DatabaseKind.NO_ACCESS, reader.kind(name));
      Failure refused = assertThrows(Failure.class, () -> reader.connect(name));
      assertEquals("database-refused", refused.ident());
    } finally {
      SERVER.dropDatabase(name);
      SERVER.execute("postgres", "DROP ROLE IF EXISTS kind_reader");
    }
  }

  @Test
  void aMissingDatabaseSuggestsNearOnes() {
    String name = SERVER.createDatabase();
    try {
      Failure failure = assertThrows(Failure.class, () -> databases.connect(name + "x"));
      assertEquals("database-not-found", failure.ident());
      assertEquals(ExitCode.FAILED, failure.exitCode());
      assertTrue(failure.getMessage().contains("does not exist"), failure.getMessage());
      assertTrue(failure.hint().contains(name), failure.hint());
      assertEquals(DatabaseKind.NO_ACCESS, databases.kind(name + "x"));
    } finally {
      SERVER.dropDatabase(name);
    }
  }

  @Test
  void aUnixSocketIsConnectedTo() throws SQLException {
    String folders;
    try (Session session = databases.connect("postgres")) {
      folders = show(session, "unix_socket_directories");
    }
    HostPort socket = new HostPort(folders.split(",")[0].trim(), SERVER.port);
    ConnectionSettings settings = TestSettings.shared().withHost(socket);
    try (Session session = new Databases(settings).connect("postgres");
        Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT inet_client_addr() IS NULL")) {
      row.next();
      assertTrue(row.getBoolean(1));
      assertTrue(session.location().contains("@/"), session.location());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/folder", "@pgstow-no-such-socket"})
  void aSocketNobodyListensOnIsRefused(String host) {
    Failure failure = failure(TestSettings.of("host=" + host + " port=1"));
    assertEquals("connection-refused", failure.ident());
    assertTrue(failure.getMessage().contains(host + "/.s.PGSQL.1"), failure.getMessage());
  }

  @Test
  void aClosedPortIsRefused() throws IOException {
    Failure failure = failure(TestSettings.of("host=localhost port=" + closedPort()));
    assertEquals("connection-refused", failure.ident());
    assertTrue(failure.getMessage().contains("nobody@localhost:"), failure.getMessage());
  }

  @Test
  void anUnknownHostIsNamed() {
    Failure failure = failure(TestSettings.of("host=no-such-host.invalid"));
    assertEquals("unknown-host", failure.ident());
    assertTrue(failure.getMessage().contains("no-such-host.invalid"), failure.getMessage());
  }

  @Test
  void theNextHostIsTriedIfOneDoesNotAnswer() throws IOException {
    ConnectionSettings settings =
        TestSettings.of(
            "host=localhost,%s port=%d,%d user=%s password='%s'"
                .formatted(SERVER.host, closedPort(), SERVER.port, SERVER.user, SERVER.password));
    try (Session session = new Databases(settings).connect("postgres")) {
      assertTrue(session.location().contains(":" + SERVER.port + "/"), session.location());
    }
  }

  @Test
  void aServerThatDoesNotTalkIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      ConnectionSettings settings =
          TestSettings.of(
              "host=127.0.0.1 connect_timeout=1 sslmode=disable gssencmode=disable port="
                  + silent.getLocalPort());
      Failure failure = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> failure(settings));
      assertEquals("connection-timeout", failure.ident());
    }
  }

  @Test
  void aServerWithoutTlsSaysSo() {
    Failure failure = failure(TestSettings.shared().withSslMode(SslMode.REQUIRE));
    assertEquals("ssl-unsupported", failure.ident());
  }

  @Test
  void theKindOfServerCanBeAskedFor() {
    ConnectionSettings standby =
        TestSettings.of(
            "host=%s port=%d user=%s password='%s' target_session_attrs=standby"
                .formatted(SERVER.host, SERVER.port, SERVER.user, SERVER.password));
    assertEquals("connection-failed", failure(standby).ident());
  }

  @Test
  void ifNoneIsAStandbyThePreferenceIsDropped() throws IOException {
    ConnectionSettings settings =
        TestSettings.of(
            "host=localhost,%s port=%d,%d user=%s password='%s' target_session_attrs=prefer-standby"
                .formatted(SERVER.host, closedPort(), SERVER.port, SERVER.user, SERVER.password));
    new Databases(settings).connect("postgres").close();
  }

  @Test
  void anIpv6AddressIsAHost() throws IOException {
    Failure failure = failure(TestSettings.of("host=::1 port=" + closedPort()));
    assertEquals("connection-refused", failure.ident());
    assertTrue(failure.getMessage().contains("@[::1]:"), failure.getMessage());
  }

  private static Failure failure(ConnectionSettings settings) {
    return assertThrows(Failure.class, () -> new Databases(settings).connect("postgres"));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String show(Session session, String setting) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
