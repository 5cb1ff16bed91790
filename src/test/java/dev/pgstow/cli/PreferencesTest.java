package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  @TempDir Path folder;

  private Surroundings surroundings(String terminals) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Surroundings(Map.of(), folder, "ada", folder, nowhere, nowhere, terminals);
  }

  private Preferences of(String... words) {
    return Preferences.of(surroundings(""), words);
  }

  @Test
  void aFlagIsOnIfGivenOrConfiguredAndNotTakenBack() throws IOException {
    assertFalse(of("data").isOn("--json"));
    assertTrue(of("data", "--json").isOn("--json"));
    Files.writeString(folder.resolve("pgstow.toml"), "[data]\njson = true\n");
    assertTrue(of("data").isOn("--json"));
    assertFalse(of("data", "--json=false").isOn("--json"));
    assertFalse(of("data", "--json=False").isOn("--json"));
    assertTrue(of("export", "--json=true").isOn("--json"));
    assertFalse(of("export", "--", "--json").isOn("--json"));
    assertFalse(of("export").isOn("--json"));
  }

  @Test
  void aValueIsTheWordBehindItsFlagOrAfterTheSign() {
    assertEquals(Optional.of("json"), of("data", "--log-format", "json").text("--log-format"));
    assertEquals(Optional.of("json"), of("data", "--log-format=json").text("--log-format"));
    assertEquals(Optional.empty(), of("data", "--", "--log-format=json").text("--log-format"));
  }

  @Test
  void theFolderOfAnotherWorkspaceHasItsOwnConfiguration() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("pgstow.toml"), "json = true\n");
    assertFalse(of("data").isOn("--json"));
    assertTrue(of("data", "--cwd", "other").isOn("--json"));
    assertTrue(of("data", "--cwd=other").isOn("--json"));
  }

  @Test
  void sectionsGoFromTheCommandToAll() {
    assertEquals(List.of("data verify", "data", ""), Preferences.sections("data verify"));
    assertEquals(List.of("wizard", "export", ""), Preferences.sections("wizard"));
    assertEquals(List.of("demo"), Preferences.sections("demo"));
  }

  @Test
  void theLogKeepsOffFullScreens() {
    Surroundings terminal = surroundings("012");
    assertTrue(of("data", "--debug").tellsAll(terminal));
    assertFalse(of("wizard", "--debug").tellsAll(terminal));
    assertFalse(of("drift", "--browse", "--debug").tellsAll(terminal));
    assertTrue(of("wizard", "--plain", "--debug").tellsAll(terminal));
    assertTrue(of("wizard", "--debug").tellsAll(surroundings("01")));
  }
}
