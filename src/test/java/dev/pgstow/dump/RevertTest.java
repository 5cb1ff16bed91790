package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Each revert undoes exactly its change: the catalog afterwards is what it was before. */
class RevertTest {
  private static final Set<String> SAMPLE =
      Set.of("policy/policies.sql", "order/cycles.sql", "index/lacking.sql");

  @TestFactory
  List<DynamicTest> everyRevertUndoesItsChange() throws IOException {
    return tests(17, SAMPLE);
  }

  @Tag("thorough")
  @TestFactory
  List<DynamicTest> everyRevertUndoesItsChangeInAllFixtures() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (int major : List.of(14, 18)) {
      tests.addAll(tests(major, Set.of()));
    }
    return tests;
  }

  private static List<DynamicTest> tests(int major, Set<String> only) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Fixture fixture : Fixture.all()) {
      boolean wanted = only.isEmpty() || only.contains(fixture.name());
      boolean left = fixture.needsIcu() || fixture.name().startsWith("subscription");
      if (wanted && !left && fixture.since() <= major) {
        tests.add(dynamicTest(fixture.name() + " on " + major, () -> check(fixture, major)));
      }
    }
    return tests;
  }

  private static void check(Fixture fixture, int major) throws IOException, SQLException {
    TestServer server = TestServer.shared(major);
    String original = PackageFixtures.database(server, major, List.of(fixture));
    Catalog catalog = PackageFixtures.read(server, original);
    server.dropDatabase(original);
    String database = PackageFixtures.database(server, major, List.of());
    List<Map<ObjectIdentity, List<String>>> moments = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(PackageFixtures.SETTINGS);
      for (CatalogObject object : catalog.objects()) {
        moments.add(PackageFixtures.texts(PackageFixtures.read(server, database)));
        run(statement, object.create());
      }
      assertEquals(
          PackageFixtures.texts(catalog),
          PackageFixtures.texts(PackageFixtures.read(server, database)));
      for (int i = catalog.objects().size() - 1; i >= 0; i--) {
        CatalogObject object = catalog.objects().get(i);
        run(statement, object.drop());
        Map<ObjectIdentity, List<String>> now =
            PackageFixtures.texts(PackageFixtures.read(server, database));
        if (!now.equals(moments.get(i))) {
          String what = difference(moments.get(i), now);
          wrong.add(object.identity() + ": " + what.substring(0, Math.min(600, what.length())));
        }
      }
    } finally {
      server.dropDatabase(database);
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static String difference(
      Map<ObjectIdentity, List<String>> before, Map<ObjectIdentity, List<String>> after) {
    StringBuilder text = new StringBuilder();
    before.forEach(
        (identity, create) -> {
          if (!create.equals(after.get(identity))) {
            text.append("\n  ").append(create).append(" -> ").append(after.get(identity));
          }
        });
    after.forEach(
        (identity, create) -> {
          if (!before.containsKey(identity)) {
            text.append("\n  new: ").append(create);
          }
        });
    return text.toString();
  }

  private static void run(Statement statement, List<String> statements) throws SQLException {
    for (String sql : statements) {
      try {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + " in: " + sql, e);
      }
    }
  }
}
