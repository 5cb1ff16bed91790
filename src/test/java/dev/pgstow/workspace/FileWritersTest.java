package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FileWritersTest {
  /** What may wait, and what each file costs besides its bytes. */
  private static final int CAPACITY = 4 << 20;

  private static final int OVERHEAD = 400;

  private final List<String> made = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);

  private void make(Path file, byte[] content) {
    made.add(file + ":" + content.length);
  }

  /** Makes nothing before it is released. */
  private void makeLater(Path file, byte[] content) {
    awaitRelease();
    make(file, content);
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void make(FileWriters writers, String name, int cost) throws IOException {
    writers.make(Path.of(name), new byte[cost - OVERHEAD]);
  }

  private static Thread inBackground(Runnable action) throws InterruptedException {
    Thread thread = new Thread(action);
    thread.start();
    while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
      Thread.sleep(1);
    }
    return thread;
  }

  @Test
  void eachThreadHasAMakerAndDoesNotKeepTheProcessAlive() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    AtomicInteger makers = new AtomicInteger();
    FileWriters[] writers = new FileWriters[1];
    Thread starting =
        new Thread(
            () ->
                writers[0] =
                    new FileWriters(
                        3,
                        () -> {
                          makers.incrementAndGet();
                          return this::make;
                        }));
    starting.setDaemon(false); // Threads are as the one that starts them.
    starting.start();
    starting.join();
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeAll(before);
    threads.removeIf(it -> !it.getName().startsWith("pgstow-writer-"));
    assertEquals(3, threads.size());
    assertEquals(3, makers.get());
    assertTrue(threads.stream().allMatch(Thread::isDaemon));
    writers[0].close();
  }

  @Test
  void allIsMadeOnceDrained() throws Exception {
    try (FileWriters writers = new FileWriters(2, () -> this::makeLater)) {
      for (int i = 0; i < 5; i++) {
        make(writers, "f" + i, OVERHEAD + i);
      }
      AtomicInteger seen = new AtomicInteger(-1);
      Thread drain =
          inBackground(
              () -> {
                try {
                  writers.drain();
                  seen.set(made.size());
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertTrue(drain.isAlive());
      released.countDown();
      drain.join();
      assertEquals(5, seen.get());
      assertEquals(
          List.of("f0:0", "f1:1", "f2:2", "f3:3", "f4:4"), made.stream().sorted().toList());
      writers.drain();
    }
  }

  @Test
  void asMuchWaitsAsIsAllowedAndNoByteMore() throws Exception {
    try (FileWriters writers = new FileWriters(1, () -> this::makeLater)) {
      make(writers, "a", CAPACITY / 2);
      make(writers, "b", CAPACITY / 2);
      Thread third =
          inBackground(
              () -> {
                try {
                  make(writers, "c", OVERHEAD);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertTrue(third.isAlive(), "did not wait");
      released.countDown();
      third.join();
      writers.drain();
      assertEquals(3, made.size());
    }
  }

  @Test
  void aFileBiggerThanWhatMayWaitGetsThrough() throws IOException {
    try (FileWriters writers = new FileWriters(1, () -> this::make)) {
      for (int i = 0; i < 2; i++) {
        make(writers, "big", CAPACITY + 1);
        writers.drain();
      }
      assertEquals(2, made.size());
    }
  }

  @Test
  void afterTheFirstErrorTheRestIsDroppedAndEachCallTells() throws Exception {
    IOException broken = new IOException("broken");
    AtomicInteger tried = new AtomicInteger();
    FileMaker failing =
        (file, content) -> {
          tried.incrementAndGet();
          awaitRelease();
          throw broken;
        };
    try (FileWriters writers = new FileWriters(1, () -> failing)) {
      for (int i = 0; i < 10; i++) {
        make(writers, "f" + i, OVERHEAD);
      }
      released.countDown();
      for (int i = 0; i < 10; i++) {
        StagingException told = assertThrows(StagingException.class, writers::drain);
        assertSame(broken, told.error());
        assertEquals(Path.of("f0"), told.file().orElseThrow());
        Thread.sleep(5);
      }
      assertThrows(StagingException.class, () -> make(writers, "more", OVERHEAD));
      assertEquals(1, tried.get());
    }
  }

  @Test
  void theFirstErrorIsTheOneThatIsTold() throws Exception {
    AtomicInteger failed = new AtomicInteger();
    FileMaker failing =
        (file, content) -> {
          if (file.endsWith("late")) {
            awaitRelease();
          }
          failed.incrementAndGet();
          throw new IOException(file.toString());
        };
    try (FileWriters writers = new FileWriters(2, () -> failing)) {
      make(writers, "late", OVERHEAD);
      make(writers, "early", OVERHEAD);
      for (int i = 0; i < 10; i++) {
        StagingException told = assertThrows(StagingException.class, writers::drain);
        assertEquals(Path.of("early"), told.file().orElseThrow());
        released.countDown();
        Thread.sleep(5);
      }
      while (failed.get() < 2) {
        Thread.sleep(1);
      }
      StagingException told = assertThrows(StagingException.class, writers::drain);
      assertEquals(Path.of("early"), told.file().orElseThrow());
    }
  }

  @Test
  void aMistakeOfAMakerIsNotTakenForOneOfTheDisk() throws IOException {
    RuntimeException mistake = new IllegalArgumentException();
    FileMaker failing =
        (file, content) -> {
          throw mistake;
        };
    try (FileWriters writers = new FileWriters(1, () -> failing)) {
      make(writers, "f", OVERHEAD);
      Throwable told = assertThrows(IllegalStateException.class, writers::drain);
      assertSame(mistake, told.getCause());
    }
  }

  @Test
  void closingDropsWhatWaitsAndEndsTheThreadsAfterTheirFile() throws Exception {
    FileWriters writers = new FileWriters(1, () -> this::makeLater);
    make(writers, "a", OVERHEAD);
    make(writers, "b", OVERHEAD);
    while (!isAtWork()) {
      Thread.sleep(1);
    }
    Thread closing = inBackground(writers::close);
    assertTrue(closing.isAlive());
    assertFails("staging-closed", writers::drain);
    assertFails("staging-closed", () -> make(writers, "c", OVERHEAD));
    released.countDown();
    closing.join();
    assertEquals(List.of("a:0"), made);
    assertFalse(isAtWork());
  }

  /** Whether a thread waits within {@link #makeLater}. */
  private static boolean isAtWork() {
    return Thread.getAllStackTraces().values().stream()
        .anyMatch(
            stack ->
                List.of(stack).stream()
                    .anyMatch(
                        it ->
                            it.getMethodName().equals("makeLater")
                                && it.getClassName().equals(FileWritersTest.class.getName())));
  }

  @Test
  void whoIsInterruptedStopsWaiting() throws IOException {
    FileWriters writers = new FileWriters(1, () -> this::makeLater);
    make(writers, "a", OVERHEAD);
    Thread.currentThread().interrupt();
    assertFails("staging-closed", writers::drain);
    assertTrue(Thread.interrupted());
    Thread.currentThread().interrupt();
    writers.close();
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), made);
    released.countDown();
    writers.close();
  }
}
