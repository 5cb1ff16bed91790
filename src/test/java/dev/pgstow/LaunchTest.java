package dev.pgstow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launchers give to Java, which is one that only tells it here. */
class LaunchTest {
  private static final String TEMPORARY = "-Djava.io.tmpdir=";

  @TempDir Path folder;

  private List<String> launched(String temporary) throws Exception {
    Path java = folder.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case $1 in
          -XshowSettings*) echo "    java.specification.version = 17" >&2 ;;
          *) printf '%s\\n' "$@" ;;
        esac
        """);
    assertTrue(java.toFile().setExecutable(true));
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/sh",
            "-euc",
            "runtime=$1 jar=/x.jar build=x cache=$2 ahead=later; . src/dist/lib/launch.sh;"
                + " find_java; launch --version",
            "launch",
            java.toString(),
            folder.toString());
    builder.environment().put("TMPDIR", temporary);
    builder.environment().put("PGSTOW_JAVA_OPTS", "-Xmx99m -Xss1m");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    return told.lines().toList();
  }

  @Test
  void temporaryFilesGoWhereTheEnvironmentSays() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("my files"));
    List<String> with = launched(temporary.toString());
    List<String> without = new ArrayList<>(with);
    assertTrue(without.remove(TEMPORARY + temporary), with::toString);
    assertEquals(without, launched(""));
    assertEquals(without, launched("relative"));
    assertEquals(without, launched(folder.resolve("missing").toString()));
    assertEquals(
        List.of("-jar", "/x.jar", "--version"), with.subList(with.size() - 3, with.size()));
    // A person's own options come last of all, so that they win.
    assertTrue(with.indexOf(TEMPORARY + temporary) < with.indexOf("-Xmx99m"), with::toString);
  }
}
