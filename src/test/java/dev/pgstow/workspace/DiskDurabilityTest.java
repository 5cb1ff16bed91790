package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DiskDurabilityTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path temp;
  private Path log;

  @BeforeEach
  void log() {
    log = temp.resolve("log");
  }

  /** Runs a line of shell with the log as {@code $1} and the folder as {@code $2}. */
  private Durability shell(String line, Duration patience) {
    return new DiskDurability(List.of("sh", "-c", line, "sh", log.toString()), patience);
  }

  @Test
  void eachFileSystemIsFlushedOnceAndWaitedFor() throws IOException {
    Path one = Files.createDirectories(temp.resolve("one"));
    Path two = Files.createDirectories(temp.resolve("two"));
    Path mounted = Files.createDirectories(temp.resolve("mounted"));
    FaultyDisk disk = new FaultyDisk((operation, path) -> {});
    disk.mounts.put(mounted, new OtherDisk());
    shell("sleep 0.2; echo \"$2\" >> \"$1\"", LONG)
        .fileSystems(List.of(disk.at(one), disk.at(two), disk.at(mounted)));
    assertEquals(List.of(one.toString(), mounted.toString()), Files.readAllLines(log));
  }

  @Test
  void whereNoCommandFlushesTheFolderIs() throws IOException {
    FaultyDisk disk = new FaultyDisk((operation, path) -> {});
    FlushedChannel folder = new FlushedChannel();
    disk.channels.put(temp, folder);
    new DiskDurability(List.of("/no/such/command"), LONG).fileSystems(List.of(disk.at(temp)));
    assertEquals(List.of("flushed", "closed"), folder.done);
  }

  @Test
  void aFolderThatCannotBeOpenedNeedsNoFlush() throws IOException {
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              throw new AccessDeniedException(path.toString());
            });
    new DiskDurability().folder(disk.at(temp));
    assertTrue(Files.isDirectory(temp));
  }

  @Test
  void aFileIsFlushedAndStaysOpen() throws IOException {
    try (FlushedChannel file = new FlushedChannel()) {
      new DiskDurability().file(file);
      assertEquals(List.of("flushed"), file.done);
    }
  }

  @Test
  void whatTakesTooLongIsEnded() throws Exception {
    shell("echo $$ > \"$1.tmp\"; mv \"$1.tmp\" \"$1\"; exec sleep 60", Duration.ofMillis(500))
        .fileSystems(List.of(temp));
    assertEnded();
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() throws Exception {
    Thread flushing =
        new Thread(
            () -> {
              try {
                shell("echo $$ > \"$1.tmp\"; mv \"$1.tmp\" \"$1\"; exec sleep 60", LONG)
                    .fileSystems(List.of(temp));
                if (Thread.currentThread().isInterrupted()) {
                  Files.createFile(temp.resolve("interrupted"));
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    flushing.start();
    while (!Files.exists(log)) {
      Thread.sleep(5);
    }
    flushing.interrupt();
    flushing.join();
    assertTrue(Files.exists(temp.resolve("interrupted")));
    assertEnded();
  }

  private void assertEnded() throws Exception {
    long pid = Long.parseLong(Files.readString(log).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (left.isPresent()) {
      left.get().onExit().get(5, TimeUnit.SECONDS);
    }
    assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
  }
}
