package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.target;
import static dev.pgstow.workspace.Exports.tree;
import static dev.pgstow.workspace.Exports.write;
import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
  /** A process that dies. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Dies before a step of a given number; counts the steps. */
  private static final class Crasher implements SwapHook {
    private final int at;
    private int steps;

    Crasher(int at) {
      this.at = at;
    }

    @Override
    public void before(String step) {
      if (steps++ == at) {
        throw new Crash();
      }
    }
  }

  @TempDir Path temp;
  private Path root;
  private List<ModuleTarget> pair;

  @BeforeEach
  void root() throws IOException {
    root = temp.toRealPath();
  }

  private void stage(Staging staging, String version) throws IOException {
    write(staging.module(pair.get(0)), version, List.of("a", "b/c", "only-in-" + version));
    write(staging.module(pair.get(1)), version, List.of("migrate/x"));
  }

  private Map<String, String> export(String version) throws IOException {
    try (Staging staging = Staging.open(pair, Exports.quick(SwapHook.NONE))) {
      stage(staging, version);
      staging.commit();
    }
    return tree(root);
  }

  private boolean crashes(String version, Crasher crasher) throws IOException {
    Staging staging = Staging.open(pair, Exports.quick(crasher));
    try {
      stage(staging, version);
      staging.commit();
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      staging.abandon();
    }
  }

  private void userFiles() throws IOException {
    Files.writeString(pair.get(0).directory().resolve("deploy/mine.sql"), "mine");
    Files.writeString(pair.get(1).directory().resolve("NOTES"), "mine");
  }

  @ParameterizedTest
  @CsvSource({"packages,packages,false", "packages,services,false", "packages,services,true"})
  void aCrashBeforeAnyStepLeavesTheOldOrTheNewPair(String one, String two, boolean fresh)
      throws IOException {
    pair = List.of(target(root.resolve(one), "crm"), target(root.resolve(two), "crm-svc"));
    Map<String, String> old;
    Map<String, String> next;
    if (fresh) {
      Files.createDirectories(root.resolve(one));
      Files.createDirectories(root.resolve(two));
      old = tree(root);
      next = export("2");
    } else {
      export("2");
      userFiles();
      next = export("2");
      old = export("1");
    }
    int step = 0;
    List<Boolean> outcomes = new ArrayList<>();
    for (boolean crashed = true; crashed; step++) {
      if (fresh) {
        FileTree.delete(pair.get(0).directory());
        FileTree.delete(pair.get(1).directory());
      } else {
        export("1");
      }
      assertEquals(old, tree(root));
      crashed = crashes("2", new Crasher(step));
      Exports.recover(root);
      Map<String, String> after = tree(root);
      assertTrue(after.equals(old) || after.equals(next), "neither old nor new: step " + step);
      outcomes.add(after.equals(next));
      assertEquals(List.of(), Exports.recover(root));
    }
    int journals = one.equals(two) ? 1 : 2;
    assertEquals(journals, outcomes.indexOf(true));
    assertTrue(outcomes.subList(journals, step).stream().allMatch(it -> it));
    assertTrue(step > (fresh ? 4 : 12), "steps: " + step);
  }

  @Test
  void aCrashDuringRecoveryIsRecoveredFrom() throws IOException {
    pair = List.of(target(root.resolve("p"), "crm"), target(root.resolve("s"), "crm-svc"));
    export("2");
    userFiles();
    Map<String, String> next = export("2");
    boolean crashed = true;
    for (int step = 0; crashed; step++) {
      export("1");
      assertTrue(crashes("2", new Crasher(4)));
      crashed = recoveryCrashes(new Crasher(step));
      Exports.recover(root);
      assertEquals(next, tree(root), "step " + step);
    }
  }

  private boolean recoveryCrashes(Crasher crasher) {
    try {
      Staging.recover(root, List.of(), Exports.quick(crasher));
      return false;
    } catch (Crash e) {
      return true;
    }
  }

  @Test
  void eitherFolderLeadsToTheWholePair(@TempDir Path elsewhere) throws IOException {
    pair = List.of(target(root.resolve("p"), "crm"), target(root.resolve("s"), "crm-svc"));
    export("2");
    Map<String, String> next = export("2");
    for (String folder : List.of("p", "s")) {
      export("1");
      assertTrue(crashes("2", new Crasher(3)));
      assertEquals(List.of(root.resolve(folder)), Exports.recover(elsewhere, root.resolve(folder)));
      Exports.recover(root);
      assertEquals(next, tree(root));
    }
  }

  @Test
  void theNextExportRecoversFirst() throws IOException {
    pair = List.of(target(root.resolve("p"), "crm"), target(root.resolve("s"), "crm-svc"));
    export("1");
    assertTrue(crashes("2", new Crasher(5)));
    export("3");
    assertEquals("-- deploy a 3", tree(root).get("p/crm/deploy/a.sql"));
    assertEquals(
        List.of(), tree(root).keySet().stream().filter(it -> it.contains("/.pgstow-")).toList());
  }

  @Test
  void aMovedWorkspaceIsRecovered() throws IOException {
    Path first = root.resolve("w1");
    pair = List.of(target(first.resolve("p"), "crm"), target(first.resolve("s"), "crm-svc"));
    export("2");
    Map<String, String> next = tree(first);
    export("1");
    assertTrue(crashes("2", new Crasher(4)));
    Files.move(first, root.resolve("w2"));
    Exports.recover(root.resolve("w2"));
    Map<String, String> after = tree(root.resolve("w2"));
    after.keySet().removeIf(it -> it.contains(".pgstow.json"));
    next.keySet().removeIf(it -> it.contains(".pgstow.json"));
    assertEquals(next, after);
  }

  @Test
  void litterIsFoundBelowTheRootButNotInHiddenFolders() throws IOException {
    for (String folder : List.of("a/b/.pgstow-stage-1", ".git/.pgstow-stage-1")) {
      Files.createDirectories(root.resolve(folder).resolve("new/x"));
    }
    Files.createDirectories(root.resolve("node_modules/.pgstow-stage-1"));
    Files.writeString(root.resolve("a/.pgstow-lock"), "");
    Exports.recover(root);
    assertEquals(
        List.of(
            "",
            ".git",
            ".git/.pgstow-stage-1",
            ".git/.pgstow-stage-1/new",
            ".git/.pgstow-stage-1/new/x",
            "a",
            "a/b",
            "node_modules",
            "node_modules/.pgstow-stage-1"),
        List.copyOf(tree(root).keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[1]]",
        "{\"modules\":[\"../../evil\"]}",
        "{\"modules\":[\"a/b\"]}",
        "{\"modules\":[],\"first\":\"\\u0000\"}"
      })
  void aJournalFromElsewhereLeadsNowhere(String journal) throws IOException {
    Path stage = Files.createDirectories(root.resolve("p/.pgstow-stage-1"));
    Files.createDirectories(stage.resolve("new/evil"));
    Files.writeString(stage.resolve("journal.json"), journal);
    Map<String, String> before = tree(root);
    assertFails("journal-malformed", () -> Exports.recover(root));
    assertEquals(before, tree(root));
  }

  @Test
  void linksInLitterAreNotFollowed() throws IOException {
    Path kept = Files.createDirectories(root.resolve("kept"));
    Files.writeString(kept.resolve("file"), "x");
    Path stage = Files.createDirectories(root.resolve("p/.pgstow-stage-1"));
    Files.createSymbolicLink(stage.resolve("new"), kept);
    Files.createSymbolicLink(root.resolve("p/.pgstow-stage-2"), kept);
    Exports.recover(root);
    assertEquals("x", Files.readString(kept.resolve("file")));
    assertTrue(Files.notExists(stage));
  }

  @Test
  void aSecondCommitIsAMistake() throws IOException {
    pair = List.of(target(root, "crm"), target(root, "crm-svc"));
    try (Staging staging = Staging.open(pair)) {
      assertThrows(IllegalStateException.class, staging::commit);
      stage(staging, "1");
      staging.commit();
      assertThrows(IllegalStateException.class, staging::commit);
    }
  }
}
