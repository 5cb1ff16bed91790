package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals, and swaps as they promise; what is flushed when. */
class JournalTest {

  /** Writes down what is flushed. */
  private final class Flushes implements Durability {
    @Override
    public void fileSystems(Collection<Path> folders) {
      flushed.add("all");
    }

    @Override
    public void file(FileChannel channel) throws IOException {
      flushed.add(channel.size() > 0 ? "file" : "empty file");
    }

    @Override
    public void folder(Path folder) {
      flushed.add(outdir.relativize(folder).toString());
    }
  }

  private final List<String> flushed = new ArrayList<>();
  private final Durability durability = new Flushes();
  @TempDir Path outdir;
  private StageFolder stage;
  private String name;

  @BeforeEach
  void stage() throws IOException {
    stage = StageFolder.create(outdir);
    name = stage.path().getFileName().toString();
  }

  @Test
  void isReadBackAndFlushedBeforeItsFolders() throws IOException {
    Journal journal = new Journal(List.of("a", "b"), Optional.of("../x"), List.of("../y", "../z"));
    journal.write(stage, durability);
    assertEquals(Optional.of(journal), Journal.read(stage));
    assertEquals(List.of("file", name, ""), flushed);
  }

  @Test
  void aFoldersJournalIsReadBackUntilItIsDeleted() throws IOException {
    FolderJournal journal =
        new FolderJournal(List.of("tables", "a.sql"), List.of("views", "b.json"));
    journal.write(stage, durability);
    assertEquals(Optional.of(journal), FolderJournal.read(stage));
    FolderJournal.delete(stage);
    assertEquals(Optional.empty(), FolderJournal.read(stage));
    assertEquals(Optional.empty(), Journal.read(stage));
  }

  @Test
  void aHugeOneIsNone() throws IOException {
    Path journal = stage.path().resolve(Journal.NAME);
    String shortest = "{\"modules\":[]}";
    Files.writeString(journal, shortest + " ".repeat((1 << 20) - shortest.length()));
    assertTrue(Journal.read(stage).isPresent());
    Files.writeString(journal, Files.readString(journal) + " ");
    assertFails("journal-malformed", () -> Journal.read(stage));
    Path folder = stage.path().resolve("folder.json");
    String empty = "{\"items\":[],\"removed\":[]}";
    Files.writeString(folder, empty + " ".repeat((1 << 16) - empty.length()));
    assertTrue(FolderJournal.read(stage).isPresent());
    Files.writeString(folder, Files.readString(folder) + " ");
    assertFails("journal-malformed", () -> FolderJournal.read(stage));
  }

  @Test
  void whatLeadsElsewhereIsNone() throws IOException {
    for (String journal :
        List.of(
            "{\"modules\":[\"../m\"]}",
            "{\"modules\":[],\"first\":\"a\\u0000\"}",
            "{\"modules\":[],\"others\":[\"a\\u0000\"]}")) {
      Files.writeString(stage.path().resolve(Journal.NAME), journal);
      assertFails("journal-malformed", () -> Journal.read(stage));
    }
    for (String item : List.of("..", "a/b", "/a", "A", ".git", "")) {
      Files.writeString(
          stage.path().resolve("folder.json"), "{\"items\":[],\"removed\":[\"" + item + "\"]}");
      assertFails("journal-malformed", () -> FolderJournal.read(stage));
    }
  }

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void swappedModulesAreFlushedAndCanBeTakenBack() throws IOException {
    write(outdir.resolve("m/deploy/a.sql"), "old");
    write(outdir.resolve("m/README.md"), "mine");
    write(stage.fresh("m").resolve("deploy/a.sql"), "new");
    write(stage.fresh("m").resolve("README.md"), "theirs");
    write(stage.fresh("n").resolve("pgpm.plan"), "new");
    Swap swap = new Swap(SwapHook.NONE, durability);
    swap.forward(stage, List.of("m", "n", "gone"));
    assertEquals("new", Files.readString(outdir.resolve("m/deploy/a.sql")));
    assertEquals("mine", Files.readString(outdir.resolve("m/README.md")));
    assertTrue(Files.exists(outdir.resolve("n/pgpm.plan")));
    assertEquals(List.of("m", ""), flushed);
    swap.back();
    assertEquals("old", Files.readString(outdir.resolve("m/deploy/a.sql")));
    assertFalse(Files.exists(outdir.resolve("n")));
    swap.back();
    assertEquals("old", Files.readString(outdir.resolve("m/deploy/a.sql")));
  }

  @Test
  void aSwappedFolderKeepsWhatWasThereBefore() throws IOException {
    FolderJournal journal = new FolderJournal(List.of("tables"), List.of("views"));
    for (int i = 0; i < 3; i++) {
      write(outdir.resolve("tables/a.sql"), "old" + i);
      write(outdir.resolve("views/a.sql"), "old" + i);
      write(stage.fresh("tables").resolve("a.sql"), "new" + i);
      new Swap(SwapHook.NONE, durability).items(stage, journal);
      assertEquals("new" + i, Files.readString(outdir.resolve("tables/a.sql")));
      assertFalse(Files.exists(outdir.resolve("views")));
      String again = i == 0 ? "" : "~" + i;
      assertEquals("old" + i, Files.readString(stage.old("tables" + again).resolve("a.sql")));
      assertEquals("old" + i, Files.readString(stage.old("views" + again).resolve("a.sql")));
    }
    assertEquals(List.of("", "", ""), flushed);
  }

  @Test
  void pointersLeadThereAndBackAndMoveWithTheFolders() throws IOException {
    Path other = Files.createDirectories(outdir.resolve("other/deep"));
    StageFolder there = StageFolder.create(other);
    String pointer = Journal.pointer(stage, there);
    assertFalse(Path.of(pointer).isAbsolute(), pointer);
    assertEquals(there, Journal.follow(stage, pointer));
    assertEquals(stage, Journal.follow(there, Journal.pointer(there, stage)));
  }

  @Test
  void eachRenameIsToldBeforeItIsMade() throws IOException {
    write(outdir.resolve("m/deploy/a.sql"), "old");
    write(stage.fresh("m").resolve("deploy/a.sql"), "new");
    List<String> told = new ArrayList<>();
    SwapHook hook =
        step -> told.add(step + ", " + Files.readString(outdir.resolve("m/deploy/a.sql")));
    SwapHook once =
        step -> {
          if (told.isEmpty()) {
            hook.before(step);
          }
        };
    new Swap(once, durability).forward(stage, List.of("m"));
    assertEquals(List.of("rename deploy to " + stage.old("m").resolve("deploy") + ", old"), told);
  }

  @Test
  void nothingIsPutIntoWhatIsNoFolder() throws IOException {
    write(stage.fresh("m").resolve("pgpm.plan"), "new");
    Files.writeString(outdir.resolve("m"), "a file");
    assertFails(
        "target-not-a-folder",
        () -> new Swap(SwapHook.NONE, durability).forward(stage, List.of("m")));
  }
}
