package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTallyTest {
  private final PreviewTally tally = new PreviewTally();

  private long listed(FileChange.Kind kind) {
    return tally.files().stream().filter(it -> it.kind() == kind).count();
  }

  @Test
  void countsAllAndListsTheFirstTwoThousandOfAKind() {
    for (int i = 0; i < 2_001; i++) {
      tally.add("a" + i, FileChange.Kind.NEW, false);
      tally.add("b" + i, FileChange.Kind.REMOVED, i == 2_000);
    }
    tally.same();
    tally.same();
    assertEquals(2_001, tally.count(FileChange.Kind.NEW));
    assertEquals(2_001, tally.count(FileChange.Kind.REMOVED));
    assertEquals(0, tally.count(FileChange.Kind.CHANGED));
    assertEquals(2, tally.sameCount());
    assertEquals(1, tally.handEdited());
    assertEquals(2_000, listed(FileChange.Kind.NEW));
    assertEquals(2_001, listed(FileChange.Kind.REMOVED), "the edited one is listed all the same");
  }

  @Test
  void editedFilesAreListedUpToTwoThousandToo() {
    for (int i = 0; i < 2_000; i++) {
      tally.add("a" + i, FileChange.Kind.CHANGED, false);
    }
    for (int i = 0; i < 2_001; i++) {
      tally.add("b" + i, FileChange.Kind.CHANGED, true);
    }
    assertEquals(2_001, tally.handEdited());
    assertEquals(4_000, tally.files().size());
  }

  @Test
  void listsByPath() {
    for (String path : List.of("b", "a", "c")) {
      tally.add(path, FileChange.Kind.NEW, false);
    }
    assertEquals(List.of("a", "b", "c"), tally.files().stream().map(FileChange::path).toList());
  }

  @Test
  void aPreviewAddsItsModulesUp() {
    ModulePreview fresh = new Counted(false, 0);
    ModulePreview there = new Counted(true, 2);
    assertFalse(new Preview(List.of(fresh)).anyExists());
    assertTrue(new Preview(List.of(fresh, there)).anyExists());
    assertEquals(4, new Preview(List.of(there, fresh, there)).handEdited());
  }

  private record Counted(boolean exists, long handEdited) implements ModulePreview {
    @Override
    public ModuleTarget target() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean originUnknown() {
      return false;
    }

    @Override
    public long same() {
      return 0;
    }

    @Override
    public long added() {
      return 0;
    }

    @Override
    public long changed() {
      return 0;
    }

    @Override
    public long removed() {
      return 0;
    }

    @Override
    public List<FileChange> files() {
      return List.of();
    }

    @Override
    public String diff(FileChange file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> keptTags() {
      return List.of();
    }

    @Override
    public List<String> droppedTags() {
      return List.of();
    }
  }
}
