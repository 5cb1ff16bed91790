package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
  @ParameterizedTest
  @CsvSource({
    "/srv/ada, /home/ada, /srv/ada",
    "'', /home/ada, /home/ada",
    "here, /home/ada, /home/ada",
    "/srv/ada, ?, /srv/ada",
    "'', ?, /",
    "'', '', /"
  })
  void theHomeIsTheEnvironmentsElseTheUserDatabases(String variable, String known, Path home) {
    assertEquals(home, Surroundings.home(Map.of("HOME", variable), known));
  }

  @ParameterizedTest
  @CsvSource({"grace, ada, ada", "grace, ?, grace", "grace, '', grace", ", ?, ?"})
  void theUserIsTheUserDatabasesElseTheEnvironments(String variable, String known, String user) {
    Map<String, String> environment = variable == null ? Map.of() : Map.of("USER", variable);
    assertEquals(user, Surroundings.user(environment, known));
  }
}
