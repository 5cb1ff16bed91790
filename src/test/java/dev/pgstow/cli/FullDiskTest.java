package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.rows.RowsDatabase;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a disk that fills while they write, where one may be mounted. */
class FullDiskTest {
  private static final int DISK = 48 << 20;

  @TempDir Path disk;
  private boolean mounted;
  private Path workspace;
  private Cli cli;

  @BeforeEach
  void mountSmallDisk() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", disk.toString());
    assumeTrue(mounted, "needs the right to mount");
    workspace = Files.createDirectory(disk.resolve("ws"));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    cli = new Cli(workspace);
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertTrue(run("umount", "-l", disk.toString()));
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

  private Path fillBut(long bytes) throws IOException {
    Path filler = disk.resolve("filler");
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(filler)) {
      for (long room = filler.getFileSystem().provider().getFileStore(disk).getUsableSpace();
          room > bytes + block.length;
          room -= block.length) {
        out.write(block);
      }
    }
    return filler;
  }

  /** Runs a command with less and less room, down to none; gives how often it failed. */
  private int squeeze(int times, Path folder, String... command) throws Exception {
    assertEquals(0, cli.run(command), () -> cli.out() + cli.err());
    SortedMap<String, String> whole = comparable(folder);
    long size = Trees.read(folder).values().stream().mapToLong(it -> 4096L + it.length()).sum();
    Random random = new Random(11);
    int failed = 0;
    for (int i = 0; i < times; i++) {
      if (command[0].equals("data")) {
        deleteFiles(folder);
      }
      SortedMap<String, String> before = Trees.read(folder);
      // The first one can't have room enough.
      double part = i == 0 ? 0.4 : 1.2;
      Path filler = fillBut((long) (random.nextDouble() * part * size));
      int code = cli.run(command);
      SortedMap<String, String> after = Trees.read(folder);
      Files.delete(filler);
      if (code == 0) {
        assertEquals(whole, comparable(folder));
      } else {
        failed++;
        assertEquals(1, code, () -> cli.out() + cli.err());
        assertTrue(cli.err().contains("is full"), cli.err());
        assertFalse(cli.err().contains("\tat "), cli.err());
        after.keySet().removeIf(name -> command[0].equals("data") && isFinished(name));
        assertEquals(before, after);
      }
      assertEquals(0, cli.run(command), () -> cli.out() + cli.err());
      assertEquals(whole, comparable(folder));
    }
    return failed;
  }

  /** Whether it may stay for {@code --resume}. */
  private static boolean isFinished(String file) {
    return !file.equals("metadata.json") && !file.endsWith(".part");
  }

  private static void deleteFiles(Path folder) throws IOException {
    for (String file : Trees.read(folder).keySet()) {
      Files.delete(folder.resolve(file));
    }
  }

  /** Without what tells times. */
  private static SortedMap<String, String> comparable(Path folder) {
    SortedMap<String, String> files = Trees.read(folder);
    files.remove("metadata.json");
    return files;
  }

  private void dumps(int times) throws Exception {
    String source = TestServer.shared().createDatabase();
    try {
      for (int i = 0; i < 50; i++) {
        TestServer.shared().execute(source, "CREATE TABLE t" + i + " (a int)");
      }
      String[] dump = {"dump", "-d", source, "--force"};
      assertTrue(squeeze(times, workspace.resolve("schema"), dump) > 0);
    } finally {
      TestServer.shared().dropDatabase(source);
    }
  }

  private void exports(int times) throws Exception {
    String source = Sample.createDatabase();
    try {
      assertTrue(
          squeeze(
                  times,
                  workspace.resolve("packages"),
                  "export",
                  "-d",
                  source,
                  "--database-id",
                  "pets",
                  "--author",
                  "A <a@b.c>")
              > 0);
    } finally {
      TestServer.shared().dropDatabase(source);
    }
  }

  private void data(int times) throws Exception {
    try (RowsDatabase rows = RowsDatabase.of("shop.sql")) {
      String[] command = {"data", "-d", rows.name(), "--output-dir", "data", "--yes"};
      assertTrue(squeeze(times, workspace.resolve("data"), command) > 0);
    }
  }

  @Test
  void whatDoesNotFitLeavesWhatWasThere() throws Exception {
    dumps(1);
  }

  @Test
  @Tag("thorough")
  void whereverItFills() throws Exception {
    exports(15);
    dumps(15);
    data(15);
  }
}
