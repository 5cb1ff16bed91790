package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What exports left in a folder, or are leaving there now.
 *
 * @param folder the folder with the modules
 */
public record Leftover(Path folder, Kind kind) {

  /** What it is. */
  public enum Kind {
    /** An export is at work. */
    RUNNING,
    /** A swap of modules was interrupted: some are old, some may be new. */
    SWAP,
    /** Staged files of an export that ended before it changed anything. */
    STAGED,
    /** A lock file nobody holds. */
    LOCK_FILE
  }

  /**
   * Those in a workspace. Nothing is changed, completed or removed.
   *
   * @throws IOException if the folders can't be looked through
   */
  public static List<Leftover> in(Workspace workspace) throws IOException {
    List<Leftover> found = new ArrayList<>();
    for (Path folder : RecoverySearch.below(workspace.root())) {
      found.add(new Leftover(folder, kind(folder)));
    }
    return found;
  }

  private static Kind kind(Path folder) throws IOException {
    if (OutputLock.isHeld(folder)) {
      return Kind.RUNNING;
    }
    List<StageFolder> stages = StageFolder.in(folder);
    for (StageFolder stage : stages) {
      if (Journal.read(stage).isPresent() || FolderJournal.read(stage).isPresent()) {
        return Kind.SWAP;
      }
    }
    return stages.isEmpty() ? Kind.LOCK_FILE : Kind.STAGED;
  }
}
