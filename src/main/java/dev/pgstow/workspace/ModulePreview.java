package dev.pgstow.workspace;

import java.io.IOException;
import java.util.List;

/** What a swap would change in one module. */
public interface ModulePreview {

  /** The module. */
  ModuleTarget target();

  /** Whether the module is there already. */
  boolean exists();

  /** Whether it is there but was not made by pgstow: it has no {@code .pgstow.json}. */
  boolean originUnknown();

  /** How many files stay byte for byte the same. */
  long same();

  /** How many files are new. */
  long added();

  /** How many files change. */
  long changed();

  /** How many files go. */
  long removed();

  /** How many files edited by hand since the last export would be overwritten or removed. */
  long handEdited();

  /**
   * The files that are new, changed, removed or hand-edited, by path; at most some thousands of
   * each kind, the counts tell the rest.
   */
  List<FileChange> files();

  /** Unified diff of a file against what is on disk; for a new or removed file all its lines. */
  String diff(FileChange file) throws IOException;

  /** Tags that are kept. */
  List<String> keptTags();

  /** Tags whose change is gone and that are dropped. */
  List<String> droppedTags();
}
