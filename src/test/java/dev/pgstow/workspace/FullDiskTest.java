package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.export;
import static dev.pgstow.workspace.Exports.target;
import static dev.pgstow.workspace.Exports.tree;
import static dev.pgstow.workspace.Exports.write;
import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a file system that is really full or read-only, where one may be mounted; {@link TargetTest}
 * has the same errors simulated for everywhere else.
 */
class FullDiskTest {
  @TempDir Path temp;
  private boolean mounted;

  @BeforeEach
  void mountSmallDisk() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", temp.toString());
    assumeTrue(mounted, "needs the right to mount");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      // Lazily: the kernel may still be closing files of the writer threads.
      assertTrue(run("umount", "-l", temp.toString()));
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // No such command here.
    }
  }

  @Test
  void aFullDiskIsNamedAndLeavesTheOldModule() throws IOException {
    ModuleTarget crm = target(temp, "crm");
    export(crm, "1", "a");
    Map<String, String> before = tree(temp);
    for (String big : List.of("x".repeat(2_000_000), "x".repeat(230_000))) {
      try (Staging staging = Staging.open(List.of(crm))) {
        assertFails(
            "disk-full",
            () -> {
              write(staging.module(crm), big, List.of("a", "b"));
              staging.preview();
            });
      }
      assertEquals(before, tree(temp));
    }
  }

  @Test
  void aReadOnlyDiskIsNamed() throws Exception {
    ModuleTarget crm = target(temp, "crm");
    export(crm, "1", "a");
    Map<String, String> before = tree(temp);
    assumeTrue(run("mount", "-o", "remount,ro", temp.toString()));
    assertFails("disk-read-only", () -> Staging.open(List.of(crm)));
    assertFails("disk-read-only", () -> Staging.open(List.of(target(temp.resolve("x"), "crm"))));
    assertEquals(List.of(), Staging.recover(temp, List.of(temp)));
    assertEquals(before, tree(temp));
  }
}
