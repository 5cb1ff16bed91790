package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScratchServerTest {
  private static final String SUBSCRIBE =
      "CREATE SUBSCRIPTION \"of scratch\" CONNECTION 'dbname=none' PUBLICATION p"
          + " WITH (connect = false, slot_name = 'nobodys')";
  private static final ScratchPlace HERE = new ScratchPlace.Here(TestSettings.shared());
  private final List<String> warnings = new ArrayList<>();

  @Test
  void aDatabaseIsGoneOnceItIsClosedWhoeverUsesIt() {
    try (ScratchServer server = HERE.open(OptionalInt.empty())) {
      String name;
      try (ScratchDatabase scratch = server.create(warnings::add);
          Session user = server.databases().connect(scratch.name())) {
        name = scratch.name();
        assertTrue(server.databases().exists(name));
        Thread.currentThread().interrupt();
        scratch.close();
        assertTrue(Thread.interrupted());
        assertThrows(SqlFailure.class, () -> user.execute("SELECT 1", "trying"));
      }
      assertFalse(server.databases().exists(name));
      assertEquals(List.of(), warnings);
    }
  }

  @Test
  void aDatabaseWithSubscriptionsIsGoneToo() {
    try (ScratchServer server = HERE.open(OptionalInt.empty())) {
      String name;
      try (ScratchDatabase scratch = server.create(warnings::add)) {
        name = scratch.name();
        try (Session user = server.databases().connect(name)) {
          user.execute(SUBSCRIBE, "subscribing");
        }
      }
      assertFalse(server.databases().exists(name));
      assertEquals(List.of(), warnings);
    }
  }

  @Test
  void databasesOfKilledRunsAreSweptButNotOnesInUseNorYoungOnes() {
    String old = name(Instant.now().minus(Duration.ofHours(2)), "0000000a");
    String subscribed = name(Instant.now().minus(Duration.ofHours(3)), "0000000d");
    String used = name(Instant.now().minus(Duration.ofHours(2)), "0000000b");
    String young = name(Instant.now(), "0000000c");
    String other = ScratchDatabase.PREFIX + "of_somebody";
    Databases databases = new Databases(TestSettings.shared());
    List<String> all = List.of(subscribed, old, used, young, other);
    try {
      all.forEach(databases::create);
      try (Session killed = databases.connect(subscribed)) {
        killed.execute(SUBSCRIBE, "subscribing");
      }
      try (Session user = databases.connect(used);
          ScratchDatabase scratch = ScratchServer.on(databases).create(warnings::add)) {
        assertTrue(databases.exists(scratch.name()));
        user.execute("SELECT 1", "using it");
        assertEquals(List.of(used, young, other), all.stream().filter(databases::exists).toList());
      }
    } finally {
      all.forEach(databases::drop);
    }
  }

  private static String name(Instant made, String random) {
    return ScratchDatabase.PREFIX + made.getEpochSecond() + "_" + random;
  }

  @Test
  void aServerOfAnotherMajorVersionIsRefused() {
    Failure failure = assertThrows(Failure.class, () -> HERE.open(OptionalInt.of(9)));
    assertEquals("scratch-version", failure.ident());
    assertTrue(failure.getMessage().contains("PostgreSQL 9 is needed"), failure.getMessage());
  }

  @Test
  void missingRolesAreMadeOnOurOwnServerOnly() {
    List<String> roles = List.of("no such \"role", "postgres");
    try (ScratchServer here = HERE.open(OptionalInt.empty())) {
      Failure failure = assertThrows(Failure.class, () -> here.provideRoles(roles));
      assertEquals("scratch-role-missing", failure.ident());
      assertTrue(failure.getMessage().contains(": no such \"role."), failure.getMessage());
    }
    try (ScratchServer ours = new ScratchPlace.Embedded().open(OptionalInt.empty())) {
      ours.provideRoles(roles);
      ours.provideRoles(roles);
      try (Session session = ours.databases().connectToAny()) {
        assertTrue(RoleNames.all(session).containsAll(roles));
        session.execute("SET ROLE \"no such \"\"role\"", "trying");
      }
    }
  }

  @Test
  void rolesThatOwnersPrivilegesAndPoliciesNameAreFound() {
    TestServer server = TestServer.shared();
    String database = server.createDatabase();
    String prefix = "scratch_" + ProcessHandle.current().pid() + "_";
    List<String> roles =
        List.of(prefix + "grantee", prefix + "owner", prefix + "policy", prefix + "unrelated");
    try {
      roles.forEach(role -> server.execute(database, "CREATE ROLE " + role));
      server.execute(
          database,
          "CREATE TABLE t (); ALTER TABLE t OWNER TO %1$sowner; GRANT SELECT ON t TO %1$sgrantee;"
                  .formatted(prefix)
              + "CREATE POLICY p ON t TO %spolicy".formatted(prefix));
      try (Session session = TestSettings.session(database)) {
        List<String> named = ScratchServer.rolesNamedIn(session);
        assertEquals(roles.subList(0, 3), named.stream().filter(roles::contains).toList());
      }
    } finally {
      server.dropDatabase(database);
      roles.forEach(role -> server.execute("postgres", "DROP ROLE IF EXISTS " + role));
    }
  }
}
