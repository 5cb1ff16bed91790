package dev.pgstow.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixtureTest {
  @Test
  void load() throws IOException {
    StringBuilder problems = new StringBuilder();
    for (int major = 14; major <= 18; major++) {
      RoundTrip trip = RoundTrip.on(major, Path.of("/nowhere"));
      String all = trip.database();
      for (Fixture fixture : Fixture.all()) {
        if (fixture.since() <= major) {
          try {
            String db = fixture.alone() ? trip.database() : all;
            trip.client().load(db, List.of(fixture.file()));
          } catch (AssertionError e) {
            problems.append(major + " " + e.getMessage() + "\n");
          }
        }
      }
    }
    Files.writeString(Path.of("/tmp/dumpw/fixtures.txt"), problems);
  }
}
