package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectCheckTest {
  @Test
  void aCheckFailsWhereItsObjectIsDropped() throws Exception {
    dropEach(17);
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 18})
  void aCheckFailsWhereItsObjectIsDroppedOnTheOtherMajors(int major) throws Exception {
    dropEach(major);
  }

  /** Last first, since what came first is needed by what came later. */
  private static void dropEach(int major) throws IOException, SQLException {
    TestServer server = TestServer.shared(major);
    String database = PackageFixtures.database(server, major, PackageFixtures.together());
    Catalog catalog = PackageFixtures.read(server, database);
    List<String> wrong = new ArrayList<>();
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(PackageFixtures.SETTINGS);
      for (CatalogObject object : catalog.objects()) {
        Optional<String> refused = refused(statement, object.identity());
        refused.ifPresent(why -> wrong.add("there: " + object.identity() + ": " + why));
      }
      List<CatalogObject> last = new ArrayList<>(catalog.objects());
      Collections.reverse(last);
      for (CatalogObject object : last) {
        drop(statement, object, wrong);
        if (isGone(object) && refused(statement, object.identity()).isEmpty()) {
          wrong.add("dropped: " + object.identity());
        }
        kinds.add(object.identity().kind());
      }
    } finally {
      server.dropDatabase(database);
    }
    assertEquals(List.of(), wrong);
    assertTrue(kinds.size() > 35, kinds::toString);
  }

  private static void drop(Statement statement, CatalogObject object, List<String> wrong) {
    for (String drop : object.drop()) {
      try {
        statement.execute(drop);
      } catch (SQLException e) {
        wrong.add("drop: " + object.identity() + ": " + e.getMessage() + " in " + drop);
      }
    }
  }

  /** What stays, of every database or as its first half, only loses something. */
  private static boolean isGone(CatalogObject object) {
    ObjectIdentity identity = object.identity();
    return object.drop().stream()
            .anyMatch(drop -> drop.contains("DROP ") || drop.contains("REVOKE"))
        && object.drop().stream().noneMatch(drop -> drop.startsWith("CREATE OR REPLACE"))
        && !(identity.kind() == ObjectKind.SCHEMA
            && Set.of("public", "pg_catalog").contains(identity.name()));
  }

  private static Optional<String> refused(Statement statement, ObjectIdentity identity) {
    try {
      statement.execute("BEGIN");
      statement.execute(ObjectCheck.of(identity));
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e.getMessage() + " in " + ObjectCheck.of(identity));
    } finally {
      try {
        statement.execute("ROLLBACK");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aCheckFailsWhereOnlyAnotherDatabaseHasTheSubscription() throws SQLException {
    TestServer server = TestServer.shared();
    String subscribed = server.createDatabase();
    String other = server.createDatabase();
    ObjectIdentity identity =
        new ObjectIdentity(ObjectKind.SUBSCRIPTION, Optional.empty(), "k_check_sub", "");
    try (Connection here = server.connect(subscribed);
        Statement statement = here.createStatement();
        Connection there = server.connect(other);
        Statement elsewhere = there.createStatement()) {
      statement.execute(
          "CREATE SUBSCRIPTION k_check_sub CONNECTION 'host=nowhere' PUBLICATION p"
              + " WITH (connect = false, slot_name = NONE)");
      assertEquals(Optional.empty(), refused(statement, identity));
      assertTrue(refused(elsewhere, identity).isPresent());
      statement.execute("DROP SUBSCRIPTION k_check_sub");
    }
    server.dropDatabase(subscribed);
    server.dropDatabase(other);
  }

  @Test
  void aCheckFailsWhereAnotherKindHasTheName() throws SQLException {
    TestServer server = TestServer.shared();
    String database = server.createDatabase();
    List<String> passed = new ArrayList<>();
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE SCHEMA k; CREATE TABLE k.t (i integer); CREATE VIEW k.v AS SELECT 1 AS i;"
              + " CREATE DOMAIN k.d AS integer; CREATE TYPE k.e AS ENUM ();"
              + " CREATE SEQUENCE k.s; CREATE INDEX x ON k.t (i);"
              + " CREATE FUNCTION k.f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';"
              + " CREATE PROCEDURE k.p(integer) LANGUAGE sql AS 'SELECT 1';"
              + " CREATE AGGREGATE k.a (integer) (SFUNC = int4pl, STYPE = integer);"
              + " CREATE MATERIALIZED VIEW k.m AS SELECT 1 AS i");
      String[][] namesakes = {
        {"t", "v", "s", "x", "m"}, {"d", "e"}, {"f", "p", "a"},
      };
      ObjectKind[][] kinds = {
        {
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.SEQUENCE,
          ObjectKind.INDEX,
          ObjectKind.MATERIALIZED_VIEW
        },
        {ObjectKind.DOMAIN, ObjectKind.TYPE},
        {ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE},
      };
      for (int group = 0; group < kinds.length; group++) {
        for (int kind = 0; kind < kinds[group].length; kind++) {
          for (int name = 0; name < namesakes[group].length; name++) {
            ObjectIdentity identity =
                new ObjectIdentity(
                    kinds[group][kind],
                    Optional.of("k"),
                    namesakes[group][name],
                    group == 2 ? "integer" : "");
            boolean passes = refused(statement, identity).isEmpty();
            if (passes != (kind == name)) {
              passed.add(identity.toString());
            }
          }
        }
      }
    } finally {
      server.dropDatabase(database);
    }
    assertEquals(List.of(), passed);
  }
}
