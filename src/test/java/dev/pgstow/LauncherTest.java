package dev.pgstow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher gives java, told by a java that only names its arguments. */
class LauncherTest {
  private static final Path SOURCED = Path.of("src/dist/lib/launch.sh");
  private static final String TEMPORARY = "-Djava.io.tmpdir=";

  @TempDir Path folder;

  private List<String> arguments(Map<String, String> environment) throws Exception {
    Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertTrue(java.toFile().setExecutable(true));
    String script = ". \"$1\"; java=$2 version=17 cache= jar=pgstow.jar; launch status \"a b\"";
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh", "-euc", script, "sh", SOURCED.toAbsolutePath().toString(), "" + java)
            .redirectErrorStream(true);
    builder.environment().remove("TMPDIR");
    builder.environment().putAll(environment);
    Process shell = builder.start();
    String text = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), text);
    return text.lines().toList();
  }

  @Test
  void temporaryFilesGoWhereTheEnvironmentSays() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("of mine"));
    List<String> arguments = arguments(Map.of("TMPDIR", temporary.toString()));
    int at = arguments.indexOf(TEMPORARY + temporary);
    assertTrue(at >= 0 && at < arguments.indexOf("-jar"), arguments.toString());
    assertEquals(List.of("pgstow.jar", "status", "a b"), last(arguments));
  }

  @Test
  void aTemporaryFolderThatIsNotThereIsLeftAlone() throws Exception {
    assertNone(arguments(Map.of("TMPDIR", folder.resolve("gone").toString())));
    assertNone(arguments(Map.of()));
  }

  private static void assertNone(List<String> arguments) throws IOException {
    assertTrue(arguments.stream().noneMatch(it -> it.startsWith(TEMPORARY)), arguments.toString());
    assertEquals(List.of("pgstow.jar", "status", "a b"), last(arguments));
  }

  private static List<String> last(List<String> arguments) {
    return arguments.subList(arguments.size() - 3, arguments.size());
  }
}
