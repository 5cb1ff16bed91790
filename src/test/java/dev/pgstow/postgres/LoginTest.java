package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in to a server of its own, whose pg_hba.conf is ours to write. */
class LoginTest {
  private static final String HBA =
      """
      local all postgres trust
      host all postgres all trust
      host postgres guest all reject
      host all guest all trust
      host all plain all password
      host all hashed all md5
      hostssl all tls_only all trust
      host all alice,one,nobody_such all scram-sha-256
      """;

  @TempDir Path home;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start(Map.of("fsync", "off", "max_connections", "20"));
    try (Session session = new Databases(settings("postgres")).connect("postgres")) {
      session.execute(
          "CREATE ROLE alice LOGIN PASSWORD 'geheim';"
              + " CREATE ROLE one LOGIN PASSWORD 'geheim' CONNECTION LIMIT 1;"
              + " CREATE ROLE plain LOGIN PASSWORD 'geheim';"
              + " SET password_encryption = 'md5'; CREATE ROLE hashed LOGIN PASSWORD 'geheim';"
              + " CREATE ROLE guest LOGIN; CREATE ROLE tls_only LOGIN;",
          "creating roles");
      session.execute("CREATE DATABASE guest", "creating a database");
      session.execute("CREATE DATABASE shop", "creating a database");
      Files.writeString(Path.of(ask(session, "SHOW hba_file")), HBA);
      ask(session, "SELECT pg_reload_conf()");
    }
    for (int i = 0; i < 200 && rejected().isEmpty(); i++) {
      Thread.sleep(20);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theGivenPasswordLogsIn() throws SQLException {
    for (String user : List.of("alice", "plain", "hashed")) {
      try (Session session = new Databases(withPassword(user, "geheim")).connect("shop")) {
        assertEquals(user, ask(session, "SELECT current_user"));
      }
    }
  }

  @Test
  void aWrongPasswordIsSaidNotShown() {
    for (String user : List.of("alice", "plain", "hashed")) {
      Failure failure = failure(withPassword(user, "wrong-one"), "shop");
      assertEquals("password-wrong", failure.ident());
      assertTrue(failure.getMessage().contains("password authentication failed"));
      assertFalse((failure.getMessage() + failure.hint()).contains("wrong-one"));
    }
  }

  @Test
  void aMissingPasswordIsAskedFor() {
    for (String user : List.of("alice", "plain", "hashed")) {
      Failure failure = failure(settings(user), "shop");
      assertEquals("password-missing", failure.ident());
      assertTrue(failure.hint().contains("PGPASSWORD"));
    }
  }

  @Test
  void thePasswordFileLogsInWhereItsLineFits() throws IOException {
    Path file = home.resolve(".pgpass");
    Files.writeString(file, "localhost:" + server.port() + ":shop:alice:geheim\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.none(),
            Map.of("PGHOST", "localhost", "PGPORT", "" + server.port(), "PGUSER", "alice"),
            home,
            "nobody");
    assertEquals(List.of(), settings.warnings());
    new Databases(settings).connect("shop").close();
    assertEquals("password-missing", failure(settings, "guest").ident());
  }

  @Test
  void rolesThatMayNotLogInAreRejected() {
    Failure unknown = failure(withPassword("nobody_such", "x"), "shop");
    assertEquals("password-wrong", unknown.ident());
    Failure reader = failure(settings("tls_only"), "shop");
    assertEquals("login-rejected", failure(settings("guest"), "postgres").ident());
    assertEquals("login-rejected", reader.ident());
    assertTrue(reader.getMessage().contains("pg_hba.conf"), reader.getMessage());
  }

  @Test
  void aServerThatWantsTlsIsToldApart() {
    ConnectionSettings plain = settings("tls_only").withSslMode(SslMode.DISABLE);
    Failure failure = failure(plain, "shop");
    assertEquals("ssl-required", failure.ident());
  }

  @Test
  void tooManyConnectionsAreTold() {
    ConnectionSettings settings = withPassword("one", "geheim");
    try (Session first = new Databases(settings).connect("shop")) {
      assertEquals("one", first.user());
      Failure failure = failure(settings, "shop");
      assertEquals("too-many-connections", failure.ident());
    }
  }

  @Test
  void theUsersOwnDatabaseIsTheWayInIfPostgresRefuses() {
    assertEquals(List.of("guest", "shop", "postgres"), new Databases(settings("guest")).list());
  }

  @Test
  void theDatabaseOfTheEnvironmentIsTheWayInToo() {
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.none(),
            Map.of(
                "PGHOST", "localhost",
                "PGPORT", "" + server.port(),
                "PGUSER", "guest",
                "PGDATABASE", "shop"),
            home,
            "nobody");
    assertEquals(Optional.of("shop"), settings.databaseHint());
    assertEquals(List.of("guest", "shop", "postgres"), new Databases(settings).list());
  }

  @Test
  void ifNoDatabaseLetsInTheFirstRefusalIsTold() {
    Failure failure = assertThrows(Failure.class, () -> new Databases(settings("tls_only")).list());
    assertEquals("login-rejected", failure.ident());
    assertTrue(failure.getMessage().contains("/postgres:"), failure.getMessage());
  }

  private static Optional<String> rejected() {
    try {
      new Databases(settings("guest")).connect("postgres").close();
      return Optional.empty();
    } catch (Failure e) {
      return Optional.of(e.ident());
    }
  }

  private static Failure failure(ConnectionSettings settings, String database) {
    return assertThrows(Failure.class, () -> new Databases(settings).connect(database));
  }

  private static ConnectionSettings settings(String user) {
    return TestSettings.of("host=localhost port=" + server.port() + " user=" + user);
  }

  private static ConnectionSettings withPassword(String user, String password) {
    return settings(user).withPassword(Optional.of(new Secret(password)));
  }

  private static String ask(Session session, String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
