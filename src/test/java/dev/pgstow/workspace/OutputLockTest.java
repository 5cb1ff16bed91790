package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() throws IOException {
    folder = folder.toRealPath();
    file = folder.resolve(".pgstow-lock");
  }

  private OutputLock acquire() throws IOException {
    return OutputLock.tryAcquire(folder).orElseThrow();
  }

  @Test
  void isHeldUntilItIsReleased() throws IOException {
    assertFalse(OutputLock.isHeld(folder));
    assertFalse(Files.exists(file), "asking took it");
    OutputLock lock = acquire();
    assertTrue(OutputLock.isHeld(folder));
    assertTrue(OutputLock.tryAcquire(folder).isEmpty());
    lock.release();
    assertFalse(Files.exists(file));
    assertFalse(OutputLock.isHeld(folder));
    acquire().release();
  }

  @Test
  void isFreeOnceItsHolderIsGoneThoughTheFileStays() throws IOException {
    acquire().abandon();
    assertTrue(Files.exists(file));
    assertFalse(OutputLock.isHeld(folder));
    acquire().release();
  }

  @Test
  void isKnownAsOwnEvenWhenItsFileWasEmptied() throws IOException {
    OutputLock lock = acquire();
    Files.writeString(file, "");
    assertTrue(OutputLock.isHeld(folder));
    assertTrue(OutputLock.tryAcquire(folder).isEmpty());
    lock.release();
  }

  @Test
  void isAnotherProcesssWhileThatOneHoldsIt() throws Exception {
    Process holder = LockHolder.start(folder);
    try {
      assertEquals('.', holder.getInputStream().read());
      assertTrue(OutputLock.isHeld(folder));
      assertTrue(OutputLock.tryAcquire(folder).isEmpty());
      assertEquals(List.of(), OpenFiles.below(file));
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertTrue(Files.exists(file));
    assertFalse(OutputLock.isHeld(folder));
    acquire().release();
  }

  @Test
  void leavesNoFileOpen() throws IOException {
    acquire().release();
    acquire().abandon();
    assertFalse(OutputLock.isHeld(folder));
    assertEquals(List.of(), OpenFiles.below(file));
  }

  @Test
  void aLinkIsNeverLocked() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "mine");
    Files.createSymbolicLink(file, other);
    assertThrows(IOException.class, () -> OutputLock.tryAcquire(folder));
    assertThrows(IOException.class, () -> OutputLock.isHeld(folder));
    assertEquals("mine", Files.readString(other));
  }

  @Test
  void aFileThatItsHolderDeletesMeanwhileIsMadeAnew() throws IOException {
    int[] opened = {0};
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              // Asked for its length only once it is locked: the first time, it has been deleted.
              if (operation.equals("open")) {
                opened[0]++;
              } else if (operation.equals("read") && opened[0] == 1) {
                Files.deleteIfExists(path);
              }
            });
    OutputLock lock = OutputLock.tryAcquire(disk.at(folder)).orElseThrow();
    assertEquals(2, opened[0]);
    assertTrue(Files.exists(file));
    assertEquals(1, OpenFiles.below(file).size());
    lock.release();
  }

  @Test
  void isGivenUpWhenItsFileNeverStays() throws IOException {
    int[] opened = {0};
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              opened[0] += operation.equals("open") ? 1 : 0;
              Files.deleteIfExists(file);
            });
    assertTrue(OutputLock.tryAcquire(disk.at(folder)).isEmpty());
    assertEquals(20, opened[0]);
    assertEquals(List.of(), OpenFiles.below(file));
  }

  @Test
  void processesHaveLengthsOfTheirOwn() {
    Set<Long> lengths = new HashSet<>();
    for (long pid = 1; pid <= 1_000; pid++) {
      lengths.add(OutputLock.length(pid, 0));
      lengths.add(OutputLock.length(7, 1_732_000_000_000L + pid));
    }
    assertTrue(lengths.size() > 1_950, "different: " + lengths.size());
    assertTrue(lengths.stream().allMatch(it -> it >= 1 && it <= 1 << 20));
  }

  @Test
  void anOperationLetsGoOfAllItsLocksAndOfNoOther() throws IOException {
    for (boolean dying : new boolean[] {false, true}) {
      OutputLocks locks = new OutputLocks();
      assertTrue(locks.tryAdd(folder));
      assertTrue(locks.tryAdd(folder));
      if (dying) {
        locks.abandon();
      } else {
        locks.close();
      }
      OutputLock another = acquire();
      assertFalse(locks.tryAdd(folder));
      locks.close();
      assertTrue(Files.exists(file));
      another.release();
    }
  }

  @Test
  void aFileThatCannotBeDeletedStaysUnlocked() throws IOException {
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("delete")) {
                throw new AccessDeniedException(path.toString());
              }
            });
    try (OutputLocks locks = new OutputLocks()) {
      assertTrue(locks.tryAdd(disk.at(folder)));
    }
    assertTrue(Files.exists(file));
    assertEquals(List.of(), OpenFiles.below(file));
  }
}
