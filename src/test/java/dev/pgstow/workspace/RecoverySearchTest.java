package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverySearchTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void root() throws IOException {
    root = temp.toRealPath();
  }

  private Path stage(String folder) throws IOException {
    Files.createDirectories(root.resolve(folder).resolve(".pgstow-stage-1"));
    return root.resolve(folder);
  }

  private List<Path> below(Path folder) throws IOException {
    return List.copyOf(RecoverySearch.below(folder));
  }

  @Test
  void stagesAndLocksAreFoundSixFoldersDeep() throws IOException {
    Path stage = stage("1/2/3/4/5");
    stage("a/2/3/4/5/6");
    Path lock = Files.createDirectories(root.resolve("b"));
    Files.writeString(lock.resolve(".pgstow-lock"), "");
    Files.createDirectories(root.resolve("c"));
    Files.writeString(root.resolve("c/.pgstow-stage-1"), "a file");
    assertEquals(List.of(stage, lock), below(root));
  }

  @Test
  void scriptsAndHiddenFoldersAreLeftOutUnlessTheyAreTheRoot() throws IOException {
    for (String name : List.of(".hidden", "node_modules", "deploy", "revert", "verify")) {
      Path folder = stage(name);
      assertEquals(List.of(folder), below(folder));
    }
    assertEquals(List.of(), below(root));
  }

  @Test
  void whatLiesBesideAModuleOfTheWorkspaceIsFoundHoweverDeep() throws IOException {
    Files.writeString(root.resolve("pgpm.json"), "{\"packages\": [\"1/2/3/4/5/6/7/*\", \".x/*\"]}");
    Path deep = stage("1/2/3/4/5/6/7");
    Path hidden = Files.createDirectories(root.resolve(".x"));
    for (Path folder : List.of(deep, hidden)) {
      Files.createDirectories(folder.resolve("m"));
      Files.writeString(folder.resolve("m/m.control"), "");
    }
    assertEquals(List.of(deep), below(root));
  }

  @Test
  void aWorkspaceThatCannotBeReadIsSearchedAllTheSame() throws IOException {
    Files.writeString(root.resolve("pgpm.json"), "{");
    Path found = stage("p");
    assertEquals(List.of(found), below(root));
  }

  @Test
  void whatIsNotThereOrCannotBeReadIsPassedOver() throws IOException {
    assertEquals(List.of(), below(root.resolve("missing")));
    stage("denied");
    Path found = stage("p");
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (path.endsWith("denied")) {
                throw new AccessDeniedException(path.toString());
              }
            });
    assertEquals(
        List.of(found.toString()), below(disk.at(root)).stream().map(Path::toString).toList());
  }

  @Test
  void aLockOrAStageIsATrace() throws IOException {
    assertFalse(RecoverySearch.hasTraces(root));
    Files.writeString(root.resolve(".pgstow-lock"), "");
    assertTrue(RecoverySearch.hasTraces(root));
    assertTrue(RecoverySearch.hasTraces(stage("p")));
  }
}
