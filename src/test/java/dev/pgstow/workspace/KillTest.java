package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  @TempDir Path temp;
  private Path root;
  private Map<String, String> first;
  private Map<String, String> second;

  @BeforeEach
  void bothVersions() throws IOException {
    root = temp.toRealPath();
    List<ModuleTarget> pair = KilledExport.pair(root);
    KilledExport.export(pair, 1);
    Path module = pair.get(0).directory();
    Files.writeString(module.resolve("deploy/mine.sql"), "mine");
    Files.writeString(module.resolve("package.json"), "mine");
    Files.writeString(root.resolve("services/NOTES"), "mine");
    KilledExport.export(pair, 2);
    second = tree(root);
    KilledExport.export(pair, 1);
    first = tree(root);
  }

  @Test
  void afterAKillThePairIsWhollyOldOrNew() throws Exception {
    kill(5);
  }

  @Test
  @Tag("thorough")
  void afterAHundredKillsThePairIsWhollyOldOrNew() throws Exception {
    kill(100);
  }

  @Test
  void anotherProcessIsKeptOutWhileOneExports() throws Exception {
    Process process = start();
    int refused = 0;
    try {
      assertEquals('.', process.getInputStream().read(), "the first export of the child");
      for (int i = 0; i < 100 && refused < 3; i++) {
        try (Staging staging =
            Staging.open(KilledExport.pair(root), Exports.quick(SwapHook.NONE))) {
          assertTrue(Files.exists(root.resolve("packages/.pgstow-lock")), staging.toString());
        } catch (Failure e) {
          assertEquals("export-running", e.ident());
          refused++;
        }
      }
      assertTrue(process.isAlive());
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(3, refused);
    Exports.recover(root);
    Map<String, String> after = tree(root);
    assertTrue(after.equals(first) || after.equals(second));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            KilledExport.class.getName(),
            root.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void kill(int times) throws Exception {
    Random random = new Random(2);
    for (int i = 0; i < times; i++) {
      Process process = start();
      try {
        assertEquals('.', process.getInputStream().read(), "the first export of the child");
        TimeUnit.MICROSECONDS.sleep(random.nextInt(100_000));
        assertTrue(process.isAlive());
      } finally {
        process.destroyForcibly().waitFor();
      }
      Exports.recover(root);
      Map<String, String> after = tree(root);
      assertTrue(after.equals(first) || after.equals(second), "neither old nor new: kill " + i);
    }
    KilledExport.export(KilledExport.pair(root), 2);
    assertEquals(second, tree(root));
  }
}
