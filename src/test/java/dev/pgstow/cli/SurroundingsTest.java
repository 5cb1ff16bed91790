package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
  @TempDir Path home;

  @Test
  void theEnvironmentsHomeComesFirst() {
    String listed = home.resolve("listed").toString();
    assertEquals(home, Surroundings.home(Map.of("HOME", home.toString()), listed));
    assertEquals(Path.of(listed), Surroundings.home(Map.of(), listed));
    assertEquals(Path.of(listed), Surroundings.home(Map.of("HOME", "here"), listed));
  }

  @Test
  void aUserWhomTheSystemDoesNotListHasNoHomeInTheWorkingFolder() {
    assertEquals(home, Surroundings.home(Map.of("HOME", home.toString()), "?"));
    assertEquals(Path.of("/"), Surroundings.home(Map.of(), "?"));
    assertEquals("ada", Surroundings.user(Map.of("USER", "ada"), "?"));
    assertEquals("", Surroundings.user(Map.of(), "?"));
    assertEquals("listed", Surroundings.user(Map.of("USER", "ada"), "listed"));
  }
}
