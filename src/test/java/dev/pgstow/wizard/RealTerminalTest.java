package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.testing.TerminalProgram;
import dev.pgstow.testing.Tmux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wizard in tmux: whatever way it ends, the terminal is as it was. Skipped without tmux. */
@Tag("thorough")
class RealTerminalTest {
  @TempDir Path folder;
  private Tmux tmux;
  private TerminalProgram program;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assumeTrue(Tmux.isThere(), "no tmux");
    tmux = Tmux.open(folder, 80, 24);
    program = new TerminalProgram(tmux, folder, folder);
  }

  @AfterEach
  void stop() {
    if (tmux != null) {
      tmux.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C-c, 130",
    "Escape y, 5",
    "TERM, 143",
    "HUP, 129",
    "INT, 130",
    "run C-c, 130",
    "run C-c C-c, 130",
    "run TERM, 143"
  })
  void theTerminalIsLeftAsItWas(String way, int code) throws IOException, InterruptedException {
    run(way.startsWith("run") ? "slow" : "");
    tmux.await("Select a database");
    for (String key : way.split(" ")) {
      switch (key) {
        case "run" -> throughToTheExport();
        case "TERM", "HUP", "INT" -> program.signal(key);
        default -> {
          tmux.keys(key);
          Thread.sleep(200);
        }
      }
    }
    assertEquals(code, program.awaitEnd());
    assertEquals("", program.difference());
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash", "screen-crash"})
  void aCrashLeavesTheTerminalAsItWas(String where) throws IOException, InterruptedException {
    run(where);
    assertEquals(1, program.awaitEnd());
    assertEquals("", program.difference());
  }

  @Test
  void resizingKeepsThePlace() throws IOException, InterruptedException {
    run("");
    tmux.await("Select a database");
    tmux.keys("Down");
    tmux.resize(50, 15);
    tmux.await("pgstow needs 60x18");
    tmux.resize(200, 60);
    tmux.await("› shop");
    assertTrue(tmux.screen().contains("PostgreSQL 17.4"));
  }

  private void throughToTheExport() throws IOException, InterruptedException {
    for (String screen :
        List.of("database_id", "author", "Extension name", "Meta", "chosen", "Start the export")) {
      tmux.keys("Enter");
      tmux.await(screen);
      Thread.sleep(100);
    }
    tmux.keys("Enter");
    tmux.await("Nothing is written until the end");
  }

  private void run(String argument) throws IOException, InterruptedException {
    program.start(WizardDemoMain.class.getName(), argument);
  }
}
