package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;

/**
 * Schemas are made up many to a database, which is quicker; one that fails is found and named. The
 * sample is the same in every run: finds belong to the thorough runs.
 */
class RandomSchemaTest {
  private static final int THOROUGH = 25;
  private static final int SAMPLE = 15;

  @Property(tries = 1, seed = "42", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void madeUpSchemasMakeTheRoundTrip(@ForAll @LongRange(min = 0, max = 1L << 40) long seed)
      throws IOException {
    check(17, seed, SAMPLE);
  }

  /** 80 databases of 25 schemas each. */
  @Tag("thorough")
  @Property(tries = 80, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void twoThousandMadeUpSchemasMakeTheRoundTrip(
      @ForAll @LongRange(min = 0, max = 1L << 40) long seed) throws IOException {
    check(14 + (int) (seed % 5), seed, THOROUGH);
  }

  private static void check(int major, long seed, int schemas) throws IOException {
    long[] seeds = LongStream.range(seed, seed + schemas).toArray();
    try {
      check(major, seeds);
    } catch (AssertionError | Failure e) {
      for (long one : seeds) {
        checkAlone(major, one);
      }
      throw e;
    }
  }

  private static void checkAlone(int major, long seed) throws IOException {
    try {
      check(major, seed);
    } catch (AssertionError | Failure e) {
      String sql = String.join(";\n", RandomSchema.statements(major, seed, "r" + seed));
      throw new AssertionError(
          "seed " + seed + " on " + major + ": " + e.getMessage() + "\n" + sql, e);
    }
  }

  private static void check(int major, long... seeds) throws IOException {
    Path folder = Files.createTempDirectory("pgstow-random");
    RoundTrip trip = RoundTrip.on(major, folder);
    String database = trip.database();
    load(trip, database, seeds);
    trip.check(database);
    trip.server().dropDatabase(database);
    try (Stream<Path> files = Files.walk(folder)) { // What failed stays to be looked at.
      files.sorted(Collections.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
    }
  }

  /** Runs what the server takes; most of it, else the test is worth little. */
  private static void load(RoundTrip trip, String database, long... seeds) {
    int all = 0;
    int refused = 0;
    try (Connection connection = trip.server().connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (long seed : seeds) {
        List<String> statements = RandomSchema.statements(trip.major(), seed, "r" + seed);
        all += statements.size();
        for (String sql : statements) {
          try {
            statement.execute(sql);
          } catch (SQLException e) {
            refused++;
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    double most = seeds.length == 1 ? 1 : 0.6; // One alone may build on what is refused.
    assertTrue(refused < all * most, String.format(Locale.ROOT, "%d of %d refused", refused, all));
  }
}
