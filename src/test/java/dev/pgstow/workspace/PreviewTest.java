package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.export;
import static dev.pgstow.workspace.Exports.tree;
import static dev.pgstow.workspace.Exports.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
  @TempDir Path temp;
  private ModuleTarget crm;
  private Path directory;

  @BeforeEach
  void target() {
    crm = Exports.target(temp, "crm");
    directory = crm.directory();
  }

  private interface Check {
    void of(ModulePreview preview) throws IOException;
  }

  private void preview(String version, List<String> names, Check check) throws IOException {
    Map<String, String> before = tree(temp);
    try (Staging staging = Staging.open(List.of(crm), Exports.quick(SwapHook.NONE))) {
      write(staging.module(crm), version, names);
      check.of(staging.preview().modules().get(0));
    }
    assertEquals(before, tree(temp));
  }

  private static List<String> paths(ModulePreview preview) {
    return preview.files().stream()
        .map(it -> (it.handEdited() ? "!" : "") + it.kind() + " " + it.path())
        .toList();
  }

  @Test
  void aNewModuleIsAllNew() throws IOException {
    preview(
        "1",
        List.of("a"),
        preview -> {
          assertFalse(preview.exists() || preview.originUnknown());
          assertEquals(9, preview.added());
          assertEquals(0, preview.same() + preview.changed() + preview.removed());
          assertEquals(9, preview.files().size());
          assertEquals(
              "--- /dev/null\n+++ b/deploy/a.sql\n@@ -0,0 +1,1 @@\n+-- deploy a 1\n",
              preview.diff(new FileChange("deploy/a.sql", FileChange.Kind.NEW, false)));
        });
  }

  @Test
  void anUnchangedExportChangesNothing() throws IOException {
    export(crm, "1", "a", "b");
    preview(
        "1",
        List.of("a", "b"),
        preview -> {
          assertTrue(preview.exists());
          assertEquals(List.of(), paths(preview));
          assertEquals(9, preview.same());
        });
  }

  @Test
  void newChangedAndRemovedFilesAreTold() throws IOException {
    export(crm, "1", "a", "gone");
    Files.writeString(directory.resolve("deploy/mine.sql"), "kept, so not told");
    preview(
        "1",
        List.of("a", "b"),
        preview -> {
          assertEquals(
              List.of(
                  "CHANGED .pgstow.json",
                  "NEW deploy/b.sql",
                  "REMOVED deploy/gone.sql",
                  "CHANGED pgpm.plan",
                  "NEW revert/b.sql",
                  "REMOVED revert/gone.sql",
                  "NEW verify/b.sql",
                  "REMOVED verify/gone.sql"),
              paths(preview));
          assertEquals(List.of(4L, 3L, 2L, 3L), counts(preview));
          assertEquals(
              "--- a/deploy/gone.sql\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-- deploy gone 1\n"
                  .replace("\n-- deploy", "\n--- deploy"),
              preview.diff(preview.files().get(2)));
          assertTrue(preview.diff(preview.files().get(3)).contains("\n-gone 2017"));
        });
  }

  private static List<Long> counts(ModulePreview preview) {
    return List.of(preview.same(), preview.added(), preview.changed(), preview.removed());
  }

  @Test
  void filesEditedByHandAreCalledOut() throws IOException {
    export(crm, "1", "a", "b", "gone", "changed-twin");
    Files.writeString(directory.resolve("deploy/a.sql"), "edited");
    Files.writeString(directory.resolve("deploy/gone.sql"), "edited");
    Files.writeString(directory.resolve("deploy/added.sql"), "added where a file will come");
    Files.writeString(directory.resolve("revert/added"), "added where a folder will come");
    Files.delete(directory.resolve("verify/b.sql"));
    preview(
        "1",
        List.of("a", "b", "changed-twin", "added", "added/x"),
        preview -> {
          assertEquals(
              List.of(
                  "!CHANGED deploy/a.sql",
                  "!CHANGED deploy/added.sql",
                  "!REMOVED deploy/gone.sql",
                  "!REMOVED revert/added"),
              paths(preview).stream().filter(it -> it.startsWith("!")).toList());
          assertTrue(paths(preview).contains("NEW verify/b.sql"));
          assertEquals(4, preview.handEdited());
        });
  }

  @Test
  void whatIsNoFileAnyMoreIsToldToo() throws IOException {
    export(crm, "1", "a", "b");
    for (String name : List.of("deploy/a.sql", "deploy/b.sql")) {
      Files.delete(directory.resolve(name));
    }
    Files.createDirectories(directory.resolve("deploy/a.sql/x"));
    Files.writeString(directory.resolve("deploy/a.sql/x/mine"), "mine");
    Files.createSymbolicLink(directory.resolve("deploy/b.sql"), temp);
    preview(
        "1",
        List.of("a", "b"),
        preview ->
            assertEquals(
                List.of(
                    "NEW deploy/a.sql", "!REMOVED deploy/a.sql/x/mine", "!CHANGED deploy/b.sql"),
                paths(preview)));
  }

  @Test
  void anEditThatTheExportMakesTooIsNotLost() throws IOException {
    export(crm, "1", "a");
    for (String folder : Layout.SCRIPTS) {
      Files.writeString(directory.resolve(folder + "/a.sql"), "-- " + folder + " a 2");
    }
    preview("2", List.of("a"), preview -> assertEquals(0, preview.handEdited()));
  }

  @Test
  void inThePlanTagsAreNoEditsButCommentsAre() throws IOException {
    export(crm, "1", "a");
    Path plan = directory.resolve("pgpm.plan");
    String text = Files.readString(plan);
    Files.writeString(plan, text + "@v1 2024-01-15T10:00:00Z X <x@y> # n\n");
    preview(
        "2",
        List.of("a"),
        preview -> {
          assertEquals(0, preview.handEdited());
          assertEquals(List.of("v1"), preview.keptTags());
        });
    Files.writeString(plan, text + "# remember the milk\n");
    preview("2", List.of("a"), preview -> assertEquals(1, preview.handEdited()));
  }

  @Test
  void anEditedControlFileIsAddedToAndNotLost() throws IOException {
    export(crm, "1", "a");
    Files.writeString(directory.resolve("crm.control"), "comment = 'mine'\n");
    preview(
        "1",
        List.of("a"),
        preview -> {
          assertEquals(0, preview.handEdited());
          assertTrue(paths(preview).contains("CHANGED crm.control"));
        });
  }

  @Test
  void withoutManifestTheOriginIsUnknown() throws IOException {
    export(crm, "1", "a", "gone");
    Files.delete(directory.resolve(".pgstow.json"));
    preview(
        "2",
        List.of("a"),
        preview -> {
          assertTrue(preview.exists() && preview.originUnknown());
          assertEquals(List.of(1L, 1L, 4L, 3L), counts(preview));
          assertEquals(0, preview.handEdited());
        });
  }

  @Test
  void listsAreBoundedAndCountsExact() throws IOException {
    List<String> names = IntStream.range(0, 1_500).mapToObj(i -> "c" + i).toList();
    preview(
        "1",
        names,
        preview -> {
          assertEquals(4_506, preview.added());
          assertEquals(2_000, preview.files().size());
        });
  }

  @Test
  void onlyListedFilesHaveADiff() throws IOException {
    preview(
        "1",
        List.of("a"),
        preview ->
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    preview.diff(
                        new FileChange("../../etc/passwd", FileChange.Kind.CHANGED, false))));
  }

  @Test
  void diffsOfHugeFilesAreCut() throws IOException {
    export(crm, "1", "a");
    String huge = "x".repeat(1 << 20) + "\n" + "y\n".repeat(100_000);
    Files.writeString(directory.resolve("deploy/a.sql"), huge);
    preview(
        "1",
        List.of("a"),
        preview -> {
          String diff = preview.diff(preview.files().get(0));
          assertTrue(diff.length() < 100_000 && diff.contains("too long to show"));
        });
  }
}
