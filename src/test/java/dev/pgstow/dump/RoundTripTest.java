package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pgstow.catalog.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  @TempDir private Path folder;

  @Test
  void allFixturesTogetherMakeTheRoundTrip() throws IOException {
    together(17);
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 18})
  void allFixturesTogetherMakeTheRoundTripOnTheOtherMajors(int major) throws IOException {
    together(major);
  }

  private void together(int major) throws IOException {
    RoundTrip trip = RoundTrip.on(major, folder);
    String database = trip.database();
    List<Path> scripts = new ArrayList<>();
    for (Fixture fixture : Fixture.all()) {
      if (fits(fixture, trip) && !fixture.alone()) {
        scripts.add(fixture.file());
      }
    }
    trip.client().load(database, scripts);
    DumpResult result = trip.check(database);
    assertEquals(List.of(), result.omissions());
    assertEquals(result.seen(), result.written());
    Set<ObjectKind> missing = EnumSet.allOf(ObjectKind.class);
    missing.removeAll(result.written().keySet());
    missing.removeAll(
        // Subscriptions have fixtures of their own; a default is counted with its table; large
        // objects are never written.
        EnumSet.of(
            ObjectKind.SUBSCRIPTION,
            ObjectKind.DATABASE,
            ObjectKind.DEFAULT,
            ObjectKind.LARGE_OBJECT));
    assertEquals(Set.of(), missing, "every kind has a fixture");
    trip.server().dropDatabase(database);
  }

  @TestFactory
  List<DynamicTest> aloneFixturesMakeTheRoundTrip() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Fixture fixture : Fixture.all()) {
      if (fixture.alone()) {
        tests.add(test(fixture, 17));
      }
    }
    return tests;
  }

  @Tag("thorough")
  @TestFactory
  List<DynamicTest> eachFixtureMakesTheRoundTripByItself() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (int major = 14; major <= 18; major++) {
      for (Fixture fixture : Fixture.all()) {
        if (fixture.since() <= major) {
          tests.add(test(fixture, major));
        }
      }
    }
    return tests;
  }

  private DynamicTest test(Fixture fixture, int major) {
    return dynamicTest(
        fixture.name() + " on " + major,
        () -> {
          RoundTrip trip = RoundTrip.on(major, Files.createTempDirectory(folder, "trip"));
          if (fits(fixture, trip)) {
            String database = trip.database();
            trip.client().load(database, List.of(fixture.file()));
            DumpResult result = trip.check(database);
            assertTrue(result.objects() > 0);
            trip.drop(database);
          }
        });
  }

  private static boolean fits(Fixture fixture, RoundTrip trip) {
    return fixture.since() <= trip.major() && (!fixture.needsIcu() || hasIcu(trip));
  }

  private static boolean hasIcu(RoundTrip trip) {
    try (Connection connection = trip.server().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM pg_collation WHERE collprovider = 'i')")) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
