package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.testing.TestServer;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlFailuresTest {
  private final TestServer server = TestServer.shared();
  private final String database = server.createDatabase();
  private final String role = "reader_" + database;

  @BeforeEach
  void create() {
    server.execute(
        database,
        """
        CREATE ROLE %1$s LOGIN PASSWORD 'r';
        CREATE SCHEMA app;
        CREATE TABLE app.secret (a int);
        CREATE TABLE app.users (id int CONSTRAINT users_pk PRIMARY KEY);
        ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;
        GRANT USAGE ON SCHEMA app TO %1$s;
        GRANT SELECT ON app.users TO %1$s;
        INSERT INTO app.users VALUES (1);
        """
            .formatted(role));
  }

  @AfterEach
  void drop() {
    server.dropDatabase(database);
    server.execute("postgres", "DROP ROLE " + role);
  }

  @Test
  void allTheServerSaidIsKept() {
    try (Session session = TestSettings.session(database)) {
      SqlFailure failure = failure(session, "INSERT INTO app.users VALUES (1)");
      assertEquals("sql-error", failure.ident());
      assertEquals(ExitCode.FAILED, failure.exitCode());
      assertEquals("23505", failure.sqlState());
      assertEquals(
          "Failed while reading app.users: duplicate key value violates unique constraint"
              + " \"users_pk\".",
          failure.getMessage());
      assertEquals(Optional.of("Key (id)=(1) already exists."), failure.detail());
      assertEquals(Optional.of("app"), failure.schema());
      assertEquals(Optional.of("users"), failure.table());
      assertEquals(Optional.of("users_pk"), failure.constraint());
      assertEquals(0, failure.position());

      SqlFailure syntax = failure(session, "SELECT lenght('a')");
      assertEquals(8, syntax.position());
      assertTrue(syntax.serverHint().isPresent());
      assertEquals(syntax.serverHint().get(), syntax.hint());

      SqlFailure inside = failure(session, "DO 'BEGIN PERFORM 1/0; END'");
      assertTrue(inside.where().orElse("").contains("line 1"));
      assertEquals("division by zero", inside.serverMessage());
    }
  }

  @Test
  void aMissingPrivilegeNamesTableAndRole() {
    try (Session session = reader()) {
      SqlFailure failure = failure(session, "SELECT * FROM app.secret");
      assertEquals("permission-denied", failure.ident());
      assertTrue(failure.getMessage().contains("secret"), failure.getMessage());
      assertTrue(failure.getMessage().contains(role), failure.getMessage());
    }
  }

  @Test
  void rowSecurityNamesTableAndRole() {
    try (Session session = reader();
        Snapshot snapshot = Snapshot.open(session)) {
      SqlFailure failure = failure(snapshot.session(), "SELECT * FROM app.users");
      assertEquals("row-security", failure.ident());
      assertTrue(failure.getMessage().contains("\"users\""), failure.getMessage());
      assertTrue(failure.getMessage().contains(role), failure.getMessage());
      assertTrue(failure.hint().contains("BYPASSRLS"));
    }
  }

  @Test
  void timeoutsAreTold() {
    try (Session session = TestSettings.session(database);
        Session other = TestSettings.session(database)) {
      SqlFailure slow = failure(session, "SET statement_timeout = 50; SELECT pg_sleep(20)");
      assertEquals("statement-timeout", slow.ident());

      other.execute("BEGIN; LOCK TABLE app.users", "locking");
      session.execute("RESET statement_timeout; SET lock_timeout = 50", "setting");
      assertEquals("lock-timeout", failure(session, "SELECT * FROM app.users").ident());
    }
  }

  @Test
  void statesWithoutAServerAreMappedToo() {
    assertEquals("connection-lost", ident("08006"));
    assertEquals("connection-lost", ident("57P01"));
    assertEquals("server-resources", ident("53200"));
    assertEquals("query-cancelled", ident("57014"));
    SqlFailure none = SqlFailures.of(new SQLException((String) null), "reading x");
    assertEquals("sql-error", none.ident());
    assertEquals("", none.sqlState());
    assertFalse(none.getMessage().contains("null"), none.getMessage());
  }

  private static String ident(String state) {
    return SqlFailures.of(new SQLException("so", state), "reading x").ident();
  }

  private Session reader() {
    return new Databases(
            TestSettings.of(
                "host=%s port=%d user=%s password=r".formatted(server.host, server.port, role)))
        .connect(database);
  }

  private static SqlFailure failure(Session session, String sql) {
    return assertThrows(SqlFailure.class, () -> session.execute(sql, "reading app.users"));
  }
}
