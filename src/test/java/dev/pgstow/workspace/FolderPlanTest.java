package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.tree;
import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a generated folder's files, and what is left when it comes to nothing. */
@Timeout(20)
class FolderPlanTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = temp.toRealPath().resolve("deep/schema");
  }

  private FolderStaging open(SwapHook hook) {
    return FolderStaging.open(folder, Exports.quick(hook));
  }

  private static String write(FolderStaging staging, String path, String content) {
    return staging.write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private FolderStaging.Changes dump(Map<String, String> files, String... owned) {
    try (FolderStaging staging = open(SwapHook.NONE)) {
      files.forEach((path, content) -> write(staging, path, content));
      FolderStaging.Changes told = staging.changes(Set.of(owned));
      FolderStaging.Changes made = staging.commit(Set.of(owned));
      assertEquals(told, made);
      return made;
    }
  }

  private void user(String path) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), "mine");
  }

  private static Set<Thread> threads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(it -> !it.getName().startsWith("pgstow-writer"));
    return threads;
  }

  private static FolderStaging.Changes changes(int added, int changed, int removed, int same) {
    return new FolderStaging.Changes(added, changed, removed, same);
  }

  @Test
  void tellsWhatWasStagedWhere() throws IOException {
    try (FolderStaging staging = open(SwapHook.NONE)) {
      assertEquals(folder, staging.folder());
      String sha256 = write(staging, "load.sql", "x");
      assertEquals(Sha256.of("x".getBytes(StandardCharsets.UTF_8)), sha256);
      assertEquals(Map.of("load.sql", sha256), staging.staged());
      assertTrue(staging.isEmpty());
      for (String path : List.of("load.sql", ".git/x", "Tables/x")) {
        assertThrows(IllegalArgumentException.class, () -> write(staging, path, ""));
      }
      assertFails("path-unsafe", () -> write(staging, "/etc/x", ""));
      user("notes");
      assertFalse(staging.isEmpty());
    }
  }

  @Test
  void asManyNewAsChangedAreSwappedIn() {
    dump(Map.of("a/x", "1"));
    assertEquals(changes(1, 1, 0, 0), dump(Map.of("a/x", "2", "b/x", "2"), "a/x"));
    assertEquals("2", tree(folder).get("a/x"));
    assertEquals(changes(0, 1, 1, 0), dump(Map.of("a/x", "3"), "a/x", "b/x"));
    assertEquals(Map.of("", "/", "a", "/", "a/x", "3"), tree(folder));
  }

  @Test
  void anOwnedFileThatIsGoneAlreadyIsNotCounted() throws IOException {
    dump(Map.of("a/x", "1"));
    assertEquals(changes(0, 0, 0, 1), dump(Map.of("a/x", "1"), "a/x", "b/y"));
    Files.delete(folder.resolve("a/x"));
    assertEquals(changes(1, 0, 0, 0), dump(Map.of("a/x", "1"), "a/x"));
  }

  @Test
  void anOwnedFileThatIsNowALinkIsReplacedAndNotFollowed() throws IOException {
    dump(Map.of("a/x", "1"));
    Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "1");
    Files.delete(folder.resolve("a/x"));
    Files.createSymbolicLink(folder.resolve("a/x"), elsewhere);
    assertEquals(changes(0, 1, 0, 0), dump(Map.of("a/x", "1"), "a/x"));
    assertFalse(Files.isSymbolicLink(folder.resolve("a/x")));
    assertEquals("1", Files.readString(elsewhere));
  }

  @Test
  void filesOfTheUsersAreCarriedAsTheyAre() throws IOException {
    dump(Map.of("a/x", "1"));
    user("a/deep/mine");
    Files.setLastModifiedTime(folder.resolve("a/deep/mine"), FileTime.fromMillis(1_000_000));
    Files.createSymbolicLink(folder.resolve("a/link"), Path.of("nowhere"));
    dump(Map.of("a/x", "2"), "a/x");
    Map<String, String> tree = tree(folder);
    assertEquals("mine", tree.get("a/deep/mine"));
    assertEquals("-> nowhere", tree.get("a/link"));
    assertEquals(1_000_000, Files.getLastModifiedTime(folder.resolve("a/deep/mine")).toMillis());
    assertEquals("2", tree.get("a/x"));
  }

  @Test
  void aUsersFileKeepsTheFolderThatNothingIsWrittenToAnyMore() throws IOException {
    dump(Map.of("a/x", "1", "b/x", "1"));
    user("b/mine");
    dump(Map.of("a/x", "1"), "a/x", "b/x");
    assertEquals(Map.of("", "/", "a", "/", "a/x", "1", "b", "/", "b/mine", "mine"), tree(folder));
  }

  @Test
  void whatStandsWhereAFileOrAFolderMustGoIsNamed() throws IOException {
    user("a/file");
    user("b/folder/mine");
    for (Map<String, String> files :
        List.of(
            Map.of("a/file", "1"), // The same path.
            Map.of("a/file/below", "1"), // A folder where the user has a file.
            Map.of("b/folder", "1"))) { // A file where the user has a folder.
      Map<String, String> before = tree(folder);
      Failure failure = assertFails("file-in-the-way", () -> dump(files));
      String path = files.containsKey("b/folder") ? "b/folder/mine" : "a/file";
      assertTrue(
          failure.getMessage().endsWith(" would write: " + path + "."), failure.getMessage());
      assertEquals(before, tree(folder));
    }
  }

  @Test
  void ofManyFilesInTheWayFiveAreNamed() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
      user(name + "/x");
      files.put(name + "/x", "1");
      if (name.equals("e") || name.equals("g")) {
        String message = assertFails("file-in-the-way", () -> dump(files)).getMessage();
        String end = name.equals("e") ? "e/x." : "e/x, 2 more.";
        assertTrue(message.endsWith("would write: a/x, b/x, c/x, d/x, " + end), message);
      }
    }
  }

  @Test
  void aFolderThatCannotBeStagedInIsLeftAsItWas() throws IOException {
    Set<Thread> before = threads();
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("mkdir") && path.toString().contains(".pgstow-stage-")) {
                throw new AccessDeniedException(path.toString());
              }
            });
    StagingSettings settings = Exports.quick(SwapHook.NONE);
    assertFails("permission-denied", () -> FolderStaging.open(disk.at(folder), settings));
    assertFalse(Files.exists(folder.getParent()));
    assertTrue(before.containsAll(threads()));
  }

  @Test
  void aRunningOneKeepsOthersOut() throws Exception {
    try (FolderStaging first = open(SwapHook.NONE)) {
      assertFails("export-running", () -> open(SwapHook.NONE));
      write(first, "a/x", "1");
      first.commit(Set.of());
    }
    assertEquals(changes(0, 0, 0, 1), dump(Map.of("a/x", "1"), "a/x"));
  }

  @Test
  void nothingRunsOrIsLeftAfterClosing() throws Exception {
    Set<Thread> before = threads();
    FolderStaging staging = open(SwapHook.NONE);
    write(staging, "a/x", "1");
    staging.commit(Set.of());
    assertEquals(List.of(), StageFolder.in(folder));
    // By another thread than the one that swapped, and twice.
    for (int i = 0; i < 2; i++) {
      Thread closing = new Thread(staging::close);
      closing.start();
      closing.join(5_000);
      assertFalse(closing.isAlive());
    }
    assertTrue(before.containsAll(threads()));
    assertEquals(Map.of("", "/", "a", "/", "a/x", "1"), tree(folder));
    for (boolean written : new boolean[] {true, false}) {
      assertFails(
          "staging-closed",
          () -> {
            if (written) {
              write(staging, "b/x", "1");
            } else {
              staging.changes(Set.of());
            }
          });
    }
    FolderStaging killed = open(SwapHook.NONE);
    killed.abandon();
    assertTrue(before.containsAll(threads()));
  }

  @Test
  void closingWhileItIsFlushedStopsTheSwap() throws IOException {
    dump(Map.of("a/x", "1"));
    Map<String, String> before = tree(folder);
    FolderStaging[] staging = new FolderStaging[1];
    staging[0] =
        FolderStaging.open(folder, FlushCallback.settings(() -> staging[0].close(), SwapHook.NONE));
    write(staging[0], "a/x", "2");
    assertFails("staging-closed", () -> staging[0].commit(Set.of("a/x")));
    assertEquals(before, tree(folder));
  }

  @Test
  void allIsFlushedBeforeTheJournalIs() throws IOException {
    List<String> steps = new ArrayList<>();
    StagingSettings settings =
        FlushCallback.settings(() -> steps.add("flush"), it -> steps.add(it.split(" ")[0]));
    try (FolderStaging staging = FolderStaging.open(folder, settings)) {
      write(staging, "a/x", "1");
      staging.commit(Set.of());
    }
    assertEquals(List.of("flush", "journal", "rename", "delete"), steps);
  }

  @Test
  void aJournalThatCannotBeFlushedPromisesNothing() throws IOException {
    dump(Map.of("a/x", "1"));
    Map<String, String> before = tree(folder);
    Durability broken =
        new FlushCallback(() -> {}) {
          @Override
          public void folder(Path folder) throws IOException {
            throw new IOException("broken");
          }
        };
    FolderStaging staging =
        FolderStaging.open(
            folder, new StagingSettings(1, DiskFileMaker::new, broken, SwapHook.NONE));
    write(staging, "a/x", "2");
    assertFails("disk-error", () -> staging.commit(Set.of("a/x")));
    staging.close();
    assertEquals(List.of(), Exports.recover(folder));
    assertEquals(before, tree(folder));
  }

  @Test
  void aSwapThatFailsIsTakenBackForGood() throws IOException {
    dump(Map.of("a/x", "1", "b/x", "1"));
    Map<String, String> before = tree(folder);
    for (boolean killed : new boolean[] {false, true}) {
      FolderStaging staging =
          open(
              step -> {
                if (step.startsWith("rename b")) {
                  throw new IOException("broken");
                }
              });
      write(staging, "a/x", "2");
      write(staging, "b/x", "2");
      String message =
          assertFails("disk-error", () -> staging.commit(Set.of("a/x", "b/x"))).getMessage();
      assertTrue(message.contains("broken"), message);
      if (killed) {
        staging.abandon();
        Exports.recover(folder);
      } else {
        staging.close();
      }
      assertEquals(before, tree(folder));
    }
  }

  @Test
  void leftoversThatCannotBeDeletedAreTheNextRuns() throws IOException {
    try (FolderStaging staging =
        open(
            step -> {
              if (step.startsWith("delete")) {
                throw new IOException("broken");
              }
            })) {
      write(staging, "a/x", "1");
      assertEquals(changes(1, 0, 0, 0), staging.commit(Set.of()));
      assertEquals(1, StageFolder.in(folder).size());
    }
    assertEquals(1, StageFolder.in(folder).size());
    assertEquals(changes(0, 0, 0, 1), dump(Map.of("a/x", "1"), "a/x"));
    assertEquals(Map.of("", "/", "a", "/", "a/x", "1"), tree(folder));
  }

  @Test
  void errorsOfTheDiskNameTheFolder() throws IOException {
    dump(Map.of("a/x", "1"));
    for (String operation : List.of("list", "open")) {
      boolean[] broken = {false};
      FaultyDisk disk =
          new FaultyDisk(
              (what, path) -> {
                if (broken[0] && what.equals(operation)) {
                  throw new AccessDeniedException(path.toString());
                }
              });
      try (FolderStaging staging =
          FolderStaging.open(disk.at(folder), Exports.quick(SwapHook.NONE))) {
        write(staging, "a/x", "2");
        staging.changes(Set.of());
        broken[0] = true;
        String message =
            assertFails(
                    "permission-denied",
                    () -> {
                      if (operation.equals("list")) {
                        staging.isEmpty();
                      } else {
                        staging.changes(Set.of());
                      }
                    })
                .getMessage();
        assertTrue(message.startsWith("Could not read " + folder), message);
        broken[0] = false;
      }
    }
  }
}
