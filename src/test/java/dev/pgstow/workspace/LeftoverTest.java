package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverTest {
  @TempDir Path temp;
  private Workspace workspace;
  private Path packages;

  @BeforeEach
  void workspace() throws IOException {
    workspace = Workspace.init(temp.toRealPath());
    packages = workspace.root().resolve("packages");
  }

  private void assertLeft(Leftover.Kind kind) throws IOException {
    assertEquals(List.of(new Leftover(packages, kind)), Leftover.in(workspace));
  }

  @Test
  void nothingIsLeftWhereNothingRan() throws IOException {
    assertEquals(List.of(), Leftover.in(workspace));
  }

  @Test
  void anExportAtWorkIsToldFromWhatOneLeft() throws IOException {
    OutputLock lock = OutputLock.tryAcquire(packages).orElseThrow();
    StageFolder.create(packages);
    assertLeft(Leftover.Kind.RUNNING);
    lock.abandon();
    assertLeft(Leftover.Kind.STAGED);
    FileTree.delete(StageFolder.in(packages).get(0).path());
    assertLeft(Leftover.Kind.LOCK_FILE);
  }

  @Test
  void aJournalTellsAnInterruptedSwap() throws IOException {
    for (String journal : List.of("journal.json", "folder.json")) {
      StageFolder stage = StageFolder.create(packages);
      Files.writeString(
          stage.path().resolve(journal), "{\"modules\": [], \"items\": [], \"removed\": []}");
      assertLeft(Leftover.Kind.SWAP);
      FileTree.delete(stage.path());
    }
  }
}
