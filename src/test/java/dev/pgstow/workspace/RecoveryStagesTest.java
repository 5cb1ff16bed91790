package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.recover;
import static dev.pgstow.workspace.Exports.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recovery makes of the stages of one export that it finds. */
class RecoveryStagesTest {
  private static final String STAGE = ".pgstow-stage-1";

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void root() throws IOException {
    root = temp.toRealPath();
  }

  /** A stage with a module named as its output folder, and with a journal if there is one. */
  private Path stage(String outdir, String journal) throws IOException {
    Path folder = root.resolve(outdir);
    Path fresh = Files.createDirectories(folder.resolve(STAGE).resolve("new").resolve(outdir));
    Files.writeString(fresh.resolve("pgpm.plan"), "new");
    if (!journal.isEmpty()) {
      Files.writeString(folder.resolve(STAGE).resolve("journal.json"), journal);
    }
    return folder;
  }

  private static String first(String module, String... others) {
    StringBuilder pointers = new StringBuilder();
    for (String other : others) {
      pointers.append(pointers.isEmpty() ? "\"" : ",\"").append(pointer(other)).append('"');
    }
    return "{\"modules\": [\"" + module + "\"], \"others\": [" + pointers + "]}";
  }

  private static String other(String module, String first) {
    return "{\"modules\": [\"" + module + "\"], \"first\": \"" + pointer(first) + "\"}";
  }

  private static String pointer(String outdir) {
    return "../../" + outdir + "/" + STAGE;
  }

  private boolean isIn(Path outdir) {
    return Files.exists(outdir.resolve(outdir.getFileName()).resolve("pgpm.plan"));
  }

  private void assertUntouched(List<Path> recovered, Map<String, String> before) {
    assertEquals(List.of(), recovered);
    assertEquals(before, tree(root));
  }

  @Test
  void whatWasNotPromisedIsClearedAwayAndTold() throws IOException {
    Path a = stage("a", "");
    assertEquals(List.of(a), Staging.recover(root, List.of()));
    assertEquals(Map.of("", "/", "a", "/"), tree(root));
  }

  @Test
  void aLockFileAloneIsRemovedAndNotTold() throws IOException {
    Files.writeString(root.resolve(".pgstow-lock"), "");
    assertEquals(List.of(), recover(root));
    assertEquals(Map.of("", "/"), tree(root));
  }

  @Test
  void aFoldersPromisedSwapIsCompletedAndTold() throws IOException {
    Path folder = stage("tables", "").resolve(STAGE);
    Files.writeString(folder.resolve("folder.json"), "{\"items\": [\"tables\"], \"removed\": []}");
    List<String> steps = new ArrayList<>();
    assertEquals(
        List.of(root.resolve("tables")),
        Staging.recover(root, List.of(), Exports.quick(steps::add)));
    assertTrue(isIn(root.resolve("tables")));
    assertEquals("delete " + folder, steps.get(steps.size() - 1));
  }

  @Test
  void theFirstStageGoesLastSinceTheOthersPointToIt() throws IOException {
    Path a = stage("a", first("a", "b", "c"));
    Path b = stage("b", other("b", "a"));
    Path c = stage("c", other("c", "a"));
    List<String> steps = new ArrayList<>();
    SwapHook hook =
        step -> {
          steps.add(step);
          assertTrue(Files.exists(a.resolve(STAGE)));
        };
    assertEquals(List.of(a), Staging.recover(root, List.of(), Exports.quick(hook)));
    assertEquals(
        List.of(
            "delete " + b.resolve(STAGE),
            "delete " + c.resolve(STAGE),
            "delete " + a.resolve(STAGE)),
        steps.subList(3, steps.size()));
    assertTrue(isIn(a) && isIn(b) && isIn(c));
    assertFalse(Files.exists(a.resolve(STAGE)));
  }

  @Test
  void twoStagesOfAnExportInOneFolderAreBothSwappedIn() throws IOException {
    Path a = stage("a", first("a", "b"));
    Path b = stage("b", other("b", "a"));
    Files.move(b.resolve(STAGE), a.resolve(".pgstow-stage-2"));
    String moved = Files.readString(a.resolve(STAGE).resolve("journal.json"));
    Files.writeString(
        a.resolve(STAGE).resolve("journal.json"),
        moved.replace(pointer("b"), "../.pgstow-stage-2"));
    assertEquals(List.of(a), recover(root));
    assertTrue(Files.exists(a.resolve("a/pgpm.plan")));
    assertTrue(Files.exists(a.resolve("b/pgpm.plan")));
  }

  @Test
  void aStageWhoseFirstIsGoneIsClearedAwayAndTold() throws IOException {
    Files.createDirectories(root.resolve("a"));
    Path b = stage("b", other("b", "a"));
    assertEquals(List.of(b), recover(root));
    assertEquals(Map.of("", "/", "a", "/", "b", "/"), tree(root));
  }

  @Test
  void aStageWhoseFirstPromisesNothingIsClearedAway() throws IOException {
    for (String journal : List.of("", other("a", "b"))) {
      stage("a", journal);
      Path b = stage("b", other("b", "a"));
      Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
      assertEquals(List.of(b), recover(elsewhere, b));
      assertFalse(Files.exists(b.resolve(STAGE)));
      assertTrue(Files.exists(root.resolve("a").resolve(STAGE)));
    }
  }

  @Test
  void aStageWaitsForTheDiskOfItsFirst() throws IOException {
    stage("b", other("b", "unmounted"));
    Map<String, String> before = tree(root);
    assertUntouched(recover(root), before);
  }

  @Test
  void stagesWaitForTheLockOfEachOfTheirFolders() throws IOException {
    Path a = stage("a", first("a", "b", "c"));
    Path b = stage("b", other("b", "a"));
    Path c = stage("c", other("c", "a"));
    Map<String, String> before = tree(root);
    for (Path held : List.of(a, b, c)) {
      OutputLock lock = OutputLock.tryAcquire(held).orElseThrow();
      List<Path> recovered = recover(root);
      lock.release();
      assertUntouched(recovered, before);
    }
    assertEquals(List.of(a), recover(root));
    assertTrue(isIn(a) && isIn(b) && isIn(c));
  }

  @Test
  void aDiskThatRefusesIsAFailureOnlyWhereThereIsAStage() throws IOException {
    Files.writeString(Files.createDirectories(root.resolve("a")).resolve(".pgstow-lock"), "");
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("open")) {
                throw new AccessDeniedException(path.toString());
              }
            });
    assertEquals(List.of(), recover(disk.at(root)));
    stage("a", "");
    Failures.assertFails("permission-denied", () -> recover(disk.at(root)));
  }
}
