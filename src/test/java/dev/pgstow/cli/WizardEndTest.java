package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.bench.BenchDatabase;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Tmux;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever way a session of the wizard ends: the terminal is as before, nothing runs on the server,
 * nothing is staged. Skipped without tmux.
 */
@Tag("thorough")
class WizardEndTest {
  private static final Map<String, Integer> CODES =
      Map.of("C-c", 130, "INT", 130, "TERM", 143, "HUP", 129);

  private static String database = "";
  private static BenchDatabase large;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws Exception {
    assumeTrue(Tmux.isThere(), "no tmux");
    database = Sample.createDatabase();
    large = BenchDatabase.create(TestServer.shared(), 20_000, 50_000, 10);
  }

  @AfterAll
  static void drop() {
    if (large != null) {
      TestServer.shared().dropDatabase(database);
      large.close();
    }
  }

  private static Stream<Arguments> screensAndWays() {
    return IntStream.range(0, WizardWindow.SCREENS.size())
        .boxed()
        .flatMap(screen -> CODES.keySet().stream().sorted().map(way -> Arguments.of(screen, way)));
  }

  @ParameterizedTest
  @MethodSource("screensAndWays")
  void aScreenCanBeLeftAtOnce(int screen, String way) throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      window.wizardOn(database);
      window.acceptUpTo(screen);
      end(window, way);
      window.assertEndsCleanly(CODES.get(way));
      assertEquals(Map.of(), window.packages());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C-c", "TERM", "HUP"})
  void theComparisonCanBeLeftAtOnce(String way) throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      window.wizardOn(database, "--yes");
      window.acceptUpTo(6);
      window.press("Enter", "✓ Exported");
      window.press("Enter", "Exported in");
      window.assertEndsCleanly(0);
      SortedMap<String, String> before = window.packages();
      window.wizardOn(database);
      window.acceptUpTo(6);
      window.press("Enter", "Overwrite bookshop");
      end(window, way);
      window.assertEndsCleanly(CODES.get(way));
      assertEquals(before, window.packages());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C-c", "INT", "TERM", "HUP"})
  void anExportAtWorkIsStopped(String way) throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      atWork(window);
      end(window, way);
      window.assertEndsCleanly(CODES.get(way));
      assertEquals(Map.of(), window.packages());
    }
  }

  @Test
  void aSecondInterruptDoesNotWait() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      atWork(window);
      window.tmux.keys("C-c", "C-c");
      assertEquals(130, window.program.awaitEnd());
      assertEquals("", window.program.difference());
      window.assertNoSessions();
      window.pgstow("recover");
      window.assertEndsCleanly(0);
      assertEquals(Map.of(), window.packages());
    }
  }

  private static void atWork(WizardWindow window) throws Exception {
    window.wizardOn(large.name());
    window.acceptUpTo(6);
    window.press("Enter", "of 20,000");
    assertTrue(window.sessions() > 0, "it works on the server");
  }

  private static void end(WizardWindow window, String way) throws Exception {
    if (way.startsWith("C-")) {
      window.tmux.keys(way);
    } else {
      window.program.signal(way);
    }
  }
}
