package dev.pgstow.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts of changes, and the first some thousands of each kind by name. */
final class PreviewTally {
  private static final int LISTED = 2_000;

  private final Map<FileChange.Kind, Long> counts = new EnumMap<>(FileChange.Kind.class);
  private final List<FileChange> listed = new ArrayList<>();
  private long same;
  private long edited;

  void same() {
    same++;
  }

  void add(String path, FileChange.Kind kind, boolean handEdited) {
    long count = counts.merge(kind, 1L, Long::sum);
    edited += handEdited ? 1 : 0;
    if (count <= LISTED || (handEdited && edited <= LISTED)) {
      listed.add(new FileChange(path, kind, handEdited));
    }
  }

  long sameCount() {
    return same;
  }

  long count(FileChange.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  long handEdited() {
    return edited;
  }

  /** The listed changes, by path. */
  List<FileChange> files() {
    return listed.stream().sorted(Comparator.comparing(FileChange::path)).toList();
  }
}
