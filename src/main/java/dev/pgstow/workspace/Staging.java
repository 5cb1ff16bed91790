package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Modules written beside their targets and swapped in together: either all of them or none. Holds
 * the lock of the output folders until closed.
 */
public final class Staging implements AutoCloseable {

  /**
   * Locks the targets' folders, completes or undoes what an interrupted run left there, and makes
   * the staging folders.
   *
   * @throws dev.pgstow.failure.Failure if another export holds the lock, a target is a file or a
   *     link, or a folder can't be written
   */
  public static Staging open(List<ModuleTarget> targets) {
    throw new UnsupportedOperationException();
  }

  private Staging() {}

  /** The staged module of a target given to {@link #open}. */
  public StagedModule module(ModuleTarget target) {
    throw new UnsupportedOperationException();
  }

  /** What {@link #commit()} would change. Nothing is touched. */
  public Preview preview() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Swaps the staged modules in. After it returns, or a crash and the next recovery, they are
   * there.
   */
  public void commit() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Removes what was staged and not committed, and unlocks. May be called twice and from any
   * thread.
   */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  /** Folders whose interrupted swaps were completed or undone below {@code root}. */
  public static List<Path> recover(Path root, List<Path> outputFolders) {
    throw new UnsupportedOperationException();
  }
}
