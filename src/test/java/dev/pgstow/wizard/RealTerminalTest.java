package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wizard in tmux: whatever way it ends, the terminal is as it was. Skipped without tmux. */
@Tag("thorough")
class RealTerminalTest {
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir Path folder;
  private String socket = "";

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assumeTrue(isThere(), "no tmux");
    socket = folder.resolve("tmux").toString();
    tmux("new-session", "-d", "-s", "w", "-x", "80", "-y", "24", "env PS1='ready> ' sh");
    await("ready>");
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    if (!socket.isEmpty()) {
      tmux("kill-server");
    }
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C-c, 130",
    "Escape y, 5",
    "TERM, 143",
    "HUP, 129",
    "INT, 130",
    "crash, 1",
    "run C-c, 130",
    "run C-c C-c, 130",
    "run TERM, 143"
  })
  void theTerminalIsLeftAsItWas(String way, int code) throws IOException, InterruptedException {
    boolean crash = way.equals("crash");
    run(crash ? "crash" : way.startsWith("run") ? "slow" : "");
    if (!crash) {
      await("Select a database");
    }
    for (String key : way.split(" ")) {
      switch (key) {
        case "crash" -> {}
        case "run" -> throughToTheExport();
        case "TERM", "HUP", "INT" -> signal(key);
        default -> {
          tmux("send-keys", "-t", "w", key);
          Thread.sleep(200);
        }
      }
    }
    await("code=" + code);
    assertEquals(Files.readString(folder.resolve("before")), awaitFile("after"));
    assertEquals("1 0 0", tmux("display", "-p", "-t", "w", STATE).strip());
  }

  private static final String STATE = "#{cursor_flag} #{alternate_on} #{mouse_any_flag}";

  @Test
  void resizingKeepsThePlace() throws IOException, InterruptedException {
    run("");
    await("Select a database");
    tmux("send-keys", "-t", "w", "Down");
    tmux("resize-window", "-t", "w", "-x", "50", "-y", "15");
    await("pgstow needs 60x18");
    tmux("resize-window", "-t", "w", "-x", "200", "-y", "60");
    await("› shop");
    assertTrue(screen().contains("PostgreSQL 17.4"));
  }

  private void throughToTheExport() throws IOException, InterruptedException {
    for (String screen :
        List.of("database_id", "author", "Extension name", "Meta", "chosen", "Start the export")) {
      tmux("send-keys", "-t", "w", "Enter");
      await(screen);
      Thread.sleep(100);
    }
    tmux("send-keys", "-t", "w", "Enter");
    await("Nothing is written until the end");
  }

  private void run(String argument) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path program = folder.resolve("program.sh");
    Files.writeString(
        program,
        "echo $$ >pid\nLC_ALL=C.UTF-8 exec %s -XX:TieredStopAtLevel=1 -cp '%s' %s %s 2>errors\n"
            .formatted(java, classPath, WizardDemoMain.class.getName(), argument));
    Path script = folder.resolve("run.sh");
    Files.writeString(
        script,
        """
        cd %s
        stty -a >before
        sh ./program.sh
        echo code=$?
        stty -a >after.part
        mv after.part after
        """
            .formatted(folder));
    tmux("send-keys", "-t", "w", "sh " + script, "Enter");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Files.readString(folder.resolve("pid")).strip();
    new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
  }

  private String awaitFile(String name) throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!Files.exists(folder.resolve(name)) && System.currentTimeMillis() < end) {
      Thread.sleep(20);
    }
    return Files.readString(folder.resolve(name));
  }

  private void await(String text) throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!screen().contains(text)) {
      assertTrue(System.currentTimeMillis() < end, "no '" + text + "' in:\n" + screen());
      Thread.sleep(30);
    }
  }

  private String screen() throws IOException, InterruptedException {
    return tmux("capture-pane", "-t", "w", "-p");
  }

  private String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
