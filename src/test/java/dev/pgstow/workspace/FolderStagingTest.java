package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStagingTest {
  private static final List<String> OLD = List.of("tables/a.sql", "views/v.sql", "load.sql");
  private static final List<String> NEW = List.of("tables/b.sql", "types/x/t.sql", "load.sql");

  /** A process that dies. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = temp.toRealPath().resolve("deep/schema");
  }

  private static void write(FolderStaging staging, List<String> paths, String version) {
    paths.forEach(path -> staging.write(path, (path + version).getBytes(StandardCharsets.UTF_8)));
  }

  private FolderStaging.Changes dump(List<String> paths, String version, List<String> owned) {
    try (FolderStaging staging = FolderStaging.open(folder, Exports.quick(SwapHook.NONE))) {
      write(staging, paths, version);
      return staging.commit(Set.copyOf(owned));
    }
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>(Exports.tree(root));
    files.values().removeIf("/"::equals);
    return files;
  }

  @Test
  void aNewFolderIsMadeWithAllAboveIt() throws IOException {
    assertEquals(new FolderStaging.Changes(3, 0, 0, 0), dump(OLD, "1", List.of()));
    assertEquals(OLD.stream().sorted().toList(), List.copyOf(files(folder).keySet()));
  }

  @Test
  void whatIsNotCommittedLeavesNothing() throws IOException {
    try (FolderStaging staging = FolderStaging.open(folder)) {
      write(staging, OLD, "1");
      assertTrue(staging.isEmpty());
    }
    assertFalse(Files.exists(folder.getParent()));
  }

  @Test
  void ownedFilesAreReplacedOrGoAndOthersStay() throws IOException {
    dump(OLD, "1", List.of());
    Files.writeString(folder.resolve("tables/mine.sql"), "mine");
    Files.writeString(folder.resolve("README.md"), "mine");
    assertEquals(new FolderStaging.Changes(2, 1, 2, 0), dump(NEW, "2", OLD));
    assertEquals(
        Map.of(
            "tables/b.sql", "tables/b.sql2",
            "types/x/t.sql", "types/x/t.sql2",
            "load.sql", "load.sql2",
            "tables/mine.sql", "mine",
            "README.md", "mine"),
        files(folder));
  }

  @Test
  void theSameFilesAreNotTouched() throws IOException {
    dump(OLD, "1", List.of());
    var before = Files.getLastModifiedTime(folder.resolve("tables"));
    Object key = Files.readAttributes(folder.resolve("tables"), "unix:ino").get("ino");
    assertEquals(new FolderStaging.Changes(0, 0, 0, 3), dump(OLD, "1", OLD));
    assertEquals(before, Files.getLastModifiedTime(folder.resolve("tables")));
    assertEquals(key, Files.readAttributes(folder.resolve("tables"), "unix:ino").get("ino"));
  }

  @Test
  void aFileOfSomebodyElseIsNeverReplaced() throws IOException {
    Files.createDirectories(folder.resolve("tables"));
    Files.writeString(folder.resolve("tables/a.sql"), "mine");
    assertFails("file-in-the-way", () -> dump(OLD, "1", List.of()));
    assertEquals(Map.of("tables/a.sql", "mine"), files(folder));
  }

  @Test
  void linksAreNeverFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(temp.toRealPath().resolve("elsewhere"));
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("tables"), elsewhere);
    assertFails("file-in-the-way", () -> dump(OLD, "1", OLD));
    assertEquals(Map.of(), files(elsewhere));
  }

  @Test
  void aCrashBeforeAnyStepLeavesTheOldOrTheNewFolder() throws IOException {
    List<Boolean> outcomes = new ArrayList<>();
    for (int step = 0; outcomes.size() == step; step++) {
      FileTree.delete(folder);
      dump(OLD, "1", List.of());
      Files.writeString(folder.resolve("views/mine.sql"), "mine");
      Map<String, String> old = files(folder);
      int at = step;
      int[] count = {0};
      FolderStaging staging =
          FolderStaging.open(
              folder,
              Exports.quick(
                  it -> {
                    if (count[0]++ == at) {
                      throw new Crash();
                    }
                  }));
      try {
        write(staging, NEW, "2");
        staging.commit(Set.copyOf(OLD));
        staging.close();
        break;
      } catch (Crash e) {
        staging.abandon();
      }
      Exports.recover(temp.toRealPath());
      Map<String, String> after = files(folder);
      assertTrue(after.containsKey("views/mine.sql"), "step " + step);
      boolean isNew = after.containsKey("types/x/t.sql");
      assertEquals(isNew ? 4 : old.size(), after.size(), after.toString());
      outcomes.add(isNew);
    }
    assertEquals(List.of(false, true), outcomes.stream().distinct().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "/etc", ".git", "a/b", "Tables", ""})
  void aJournalFromAStrangerLeadsNowhere(String item) throws IOException {
    Path stage = Files.createDirectories(folder.resolve(".pgstow-stage-x"));
    Files.writeString(
        stage.resolve("folder.json"), "{\"items\":[],\"removed\":[\"" + item + "\"]}");
    assertFails("journal-malformed", () -> FolderStaging.open(folder).close());
  }
}
