package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFoldersTest {
  @TempDir Path folder;

  @Test
  void aFolderThatSeveralMakeAtOnceIsThereForEach() throws Exception {
    int makers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(makers);
    try {
      CyclicBarrier start = new CyclicBarrier(makers);
      for (int round = 0; round < 200; round++) {
        Path outdir = folder.resolve("out" + round).resolve("packages");
        List<Future<Path>> prepared = new ArrayList<>();
        for (int i = 0; i < makers; i++) {
          prepared.add(
              threads.submit(
                  () -> {
                    start.await(10, TimeUnit.SECONDS);
                    return new OutputFolders().prepare(outdir);
                  }));
        }
        for (Future<Path> one : prepared) {
          Path real = one.get(10, TimeUnit.SECONDS);
          assertEquals(outdir.toRealPath(), real);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFileInTheWayIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("packages"), "");
    Failure failure = assertThrows(Failure.class, () -> new OutputFolders().prepare(file));
    assertEquals("outdir-not-a-folder", failure.ident());
  }
}
