package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.target;
import static dev.pgstow.workspace.Exports.tree;
import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When staged modules are swapped in, when not, and what is left of them. */
@Timeout(20)
class CommitTest {
  @TempDir Path temp;
  private Path root;
  private ModuleTarget crm;
  private Path directory;

  @BeforeEach
  void root() throws IOException {
    root = temp.toRealPath();
    crm = target(root, "crm");
    directory = crm.directory();
  }

  private Staging open() {
    return Staging.open(List.of(crm), Exports.quick(SwapHook.NONE));
  }

  /** Finishes a module of some files, all of the same content, with an empty plan. */
  private static void write(StagedModule module, String... files) throws IOException {
    for (String file : files) {
      module.write(file, "x");
    }
    module.finish(Exports.SPEC, List.of());
  }

  private void export(String... files) throws IOException {
    try (Staging staging = open()) {
      write(staging.module(crm), files);
      staging.commit();
    }
  }

  private static Object key(Path path) throws IOException {
    return Files.readAttributes(path, "unix:ino");
  }

  @Test
  void asManyFilesMayComeOrGoAsChange() throws IOException {
    export("deploy/a.sql");
    export("deploy/a.sql", "deploy/b.sql"); // The manifest changes.
    assertTrue(Files.exists(directory.resolve("deploy/b.sql")));
    export("deploy/a.sql");
    assertFalse(Files.exists(directory.resolve("deploy/b.sql")));
  }

  @Test
  void aModuleThatIsThereAsStagedIsNotTouched() throws IOException {
    export("deploy/a.sql");
    Object deploy = key(directory.resolve("deploy"));
    export("deploy/a.sql");
    assertEquals(deploy, key(directory.resolve("deploy")));
  }

  @Test
  void aModuleThatVanishedSinceItWasComparedIsPutBack() throws IOException {
    export("deploy/a.sql");
    Map<String, String> before = tree(root);
    try (Staging staging = open()) {
      write(staging.module(crm), "deploy/a.sql");
      assertEquals(0, staging.preview().modules().get(0).changed());
      FileTree.delete(directory);
      staging.commit();
    }
    before.keySet().removeAll(List.of("crm/Makefile", "crm/README.md", "crm/package.json"));
    assertEquals(before, tree(root));
  }

  @Test
  void ofTwoModulesOfOneNameTheUnchangedIsNotTouched() throws IOException {
    ModuleTarget other = target(root.resolve("other"), "crm");
    for (String content : List.of("deploy/a.sql", "deploy/b.sql")) {
      Object before =
          content.equals("deploy/b.sql") ? key(other.directory().resolve("deploy")) : "";
      try (Staging staging = Staging.open(List.of(crm, other), Exports.quick(SwapHook.NONE))) {
        write(staging.module(crm), content);
        write(staging.module(other), "deploy/a.sql");
        staging.commit();
      }
      assertTrue(Files.exists(directory.resolve(content)));
      if (!before.equals("")) {
        assertEquals(before, key(other.directory().resolve("deploy")));
      }
    }
  }

  @Test
  void whatBecameALinkMeanwhileIsNotReplaced() throws IOException {
    export("deploy/a.sql");
    try (Staging staging = open()) {
      write(staging.module(crm), "deploy/b.sql");
      Path moved = Files.move(directory, root.resolve("moved"));
      Files.createSymbolicLink(directory, moved);
      assertFails("target-is-link", staging::commit);
      assertTrue(Files.exists(moved.resolve("deploy/a.sql")));
      assertFalse(Files.exists(moved.resolve("deploy/b.sql")));
    }
  }

  @Test
  void whatMayNotBeWrittenToIsRefusedBeforeAnythingIsSwapped() throws IOException {
    export("deploy/a.sql");
    Map<String, String> before = tree(root);
    List<String> steps = new ArrayList<>();
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("access") && path.equals(directory.resolve("deploy"))) {
                throw new AccessDeniedException(path.toString());
              }
            });
    ModuleTarget denied = target(disk.at(root), "crm");
    try (Staging staging = Staging.open(List.of(denied), Exports.quick(steps::add))) {
      write(staging.module(denied), "deploy/b.sql");
      assertFails("permission-denied", staging::commit);
    }
    assertEquals(List.of(), steps);
    assertEquals(before, tree(root));
  }

  @Test
  void allIsFlushedBeforeAnythingIsPromised() throws IOException {
    List<String> steps = new ArrayList<>();
    StagingSettings settings =
        FlushCallback.settings(() -> steps.add("flush"), step -> steps.add(step.split(" ")[0]));
    try (Staging staging = Staging.open(List.of(crm), settings)) {
      write(staging.module(crm), "deploy/a.sql");
      staging.commit();
    }
    assertEquals(List.of("flush", "journal", "rename", "delete"), steps);
  }

  @Test
  void closingWhileItIsFlushedStopsTheSwap() throws IOException {
    export("deploy/a.sql");
    Map<String, String> before = tree(root);
    Staging[] staging = new Staging[1];
    staging[0] =
        Staging.open(List.of(crm), FlushCallback.settings(() -> staging[0].close(), SwapHook.NONE));
    write(staging[0].module(crm), "deploy/b.sql");
    assertFails("staging-closed", () -> staging[0].commit());
    assertEquals(before, tree(root));
  }

  @Test
  void aClosedOneSaysSoAndLeavesNothing() throws IOException {
    export("deploy/a.sql");
    Files.writeString(directory.resolve("deploy/mine.sql"), "mine");
    Map<String, String> before = tree(root);
    Staging staging = open();
    assertThrows(IllegalStateException.class, staging::preview);
    write(staging.module(crm), "deploy/b.sql");
    staging.preview();
    staging.close();
    assertFails("staging-closed", staging::commit);
    assertEquals(before, tree(root));
    Staging unfinished = open();
    unfinished.close();
    assertFails("staging-closed", unfinished::preview);
    assertFails("staging-closed", () -> unfinished.module(crm).write("deploy/a.sql", ""));
    assertFails("staging-closed", () -> unfinished.module(crm).open("deploy/a.sql"));
    assertFails("staging-closed", () -> unfinished.module(crm).finish(Exports.SPEC, List.of()));
    assertEquals(before, tree(root));
  }

  @Test
  void nothingRunsOrIsHeldAfterClosing() throws Exception {
    Set<Thread> before = threads();
    Staging staging = open();
    write(staging.module(crm), "deploy/a.sql");
    staging.commit();
    for (int i = 0; i < 2; i++) {
      Thread closing = new Thread(staging::close);
      closing.start();
      closing.join(5_000);
      assertFalse(closing.isAlive());
    }
    Staging killed = open();
    killed.abandon();
    assertTrue(before.containsAll(threads()));
    assertEquals(List.of(), OpenFiles.below(root.resolve("crm")));
  }

  @Test
  void aClosedModulesListIsNotHeldOpen() throws IOException {
    Staging staging = open();
    staging.close();
    assertEquals(List.of(), OpenFiles.below(root));
    assertEquals(Map.of("", "/"), tree(root));
  }

  private static Set<Thread> threads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(it -> !it.getName().startsWith("pgstow-writer"));
    return threads;
  }

  @Test
  void aSwapThatCannotBeTakenBackIsCompletedByTheNextRun() throws IOException {
    export("deploy/a.sql");
    int[] moves = {0};
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              // The journal, the old folder out, and then no more, neither in nor back.
              if (operation.equals("move") && ++moves[0] > 2) {
                throw new IOException("broken");
              }
            });
    ModuleTarget target = target(disk.at(root), "crm");
    try (Staging staging = Staging.open(List.of(target), Exports.quick(SwapHook.NONE))) {
      write(staging.module(target), "deploy/b.sql");
      String message = assertFails("swap-interrupted", staging::commit).getMessage();
      assertTrue(message.contains(root + " are half replaced: broken."), message);
    }
    assertFalse(Files.exists(directory.resolve("deploy")));
    assertEquals(List.of(root), Exports.recover(root));
    assertTrue(Files.exists(directory.resolve("deploy/b.sql")));
    assertFalse(Files.exists(directory.resolve("deploy/a.sql")));
  }

  @Test
  void aTargetOfAnotherStagingIsAMistake() {
    try (Staging staging = open()) {
      ModuleTarget other = target(root, "other");
      assertThrows(IllegalArgumentException.class, () -> staging.module(other));
    }
  }
}
