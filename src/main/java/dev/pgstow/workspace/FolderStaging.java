package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder of generated files, written aside and swapped in: after it, or a crash and the next
 * recovery, the folder is wholly as it was or wholly as written. Files of the user's in it stay.
 * Holds the folder's lock until closed.
 */
public final class FolderStaging implements AutoCloseable {

  /**
   * What a commit does to the files that are there.
   *
   * @param added files that are new
   * @param changed files whose contents change
   * @param removed files that go
   * @param same files that stay as they are
   */
  public record Changes(int added, int changed, int removed, int same) {}

  private final StagingSettings settings;
  private final OutputFolders folders = new OutputFolders();
  private final OutputLocks locks = new OutputLocks();
  private final FileWriters writers;
  private final Path folder;
  private final Map<String, String> staged = new LinkedHashMap<>();
  private final ReentrantLock swapping = new ReentrantLock();
  private final StageFolder stage;
  private volatile boolean closed;
  private boolean promised;

  /**
   * Locks the folder, made if need be, and completes or undoes what an interrupted run left there.
   *
   * @throws Failure {@code export-running} if another process holds the lock; {@code
   *     outdir-not-a-folder}; if it can't be written to
   */
  public static FolderStaging open(Path folder) {
    return open(folder, StagingSettings.onDisk());
  }

  static FolderStaging open(Path folder, StagingSettings settings) {
    return new FolderStaging(folder, settings);
  }

  private FolderStaging(Path wanted, StagingSettings settings) {
    this.settings = settings;
    this.writers = new FileWriters(settings.writerThreads(), settings.makers());
    boolean opened = false;
    try {
      this.folder = folders.prepare(wanted);
      lock();
      this.stage = StageFolder.create(folder);
      opened = true;
    } catch (IOException e) {
      throw DiskFailure.of(e, "write to", wanted);
    } finally {
      if (!opened) {
        writers.close();
        locks.close();
        folders.takeBack();
      }
    }
  }

  private void lock() throws IOException {
    if (!locks.tryAdd(folder)) {
      throw Failure.failed(
          "export-running",
          "Another pgstow is writing to " + folder + ".",
          "Wait until it is done, or stop it; then try again.");
    }
    new Recovery(locks, SwapHook.NONE, settings.durability()).folder(folder);
  }

  /** The folder by its real path. */
  public Path folder() {
    return folder;
  }

  /** Whether nothing is in the folder but this staging. */
  public boolean isEmpty() {
    try (DirectoryStream<Path> there = Files.newDirectoryStream(folder)) {
      for (Path item : there) {
        if (!item.equals(stage.path()) && !item.endsWith(OutputLock.NAME)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", folder);
    }
  }

  /**
   * Stages a file.
   *
   * @param path relative, with slashes; its first part consists of the letters {@code a-z} and
   *     {@code _}, plus {@code .json} or {@code .sql}
   * @return the sha256 of the contents
   * @throws Failure {@code path-unsafe}; if the disk doesn't take it
   */
  public String write(String path, byte[] content) {
    FilePath.check(path);
    if (!FolderJournal.isItem(item(path)) || staged.containsKey(path)) {
      throw new IllegalArgumentException("Not a new file of a generated folder: " + path);
    }
    try {
      writers.make(stage.fresh(path), content);
    } catch (IOException e) {
      throw DiskFailure.of(e, "write", folder.resolve(path));
    }
    String sha256 = Sha256.of(content);
    staged.put(path, sha256);
    return sha256;
  }

  /** The files staged so far, with their sha256. */
  public Map<String, String> staged() {
    return Map.copyOf(staged);
  }

  /**
   * What {@link #commit} would do; nothing is changed.
   *
   * @param owned as for {@link #commit}
   * @throws Failure if the disk can't be read
   */
  public Changes changes(Set<String> owned) {
    try {
      writers.drain();
      return new FolderPlan(folder, stage, staged, owned).changes();
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", folder);
    }
  }

  /**
   * Swaps the staged files in. If it fails, what was there is there.
   *
   * @param owned files that a former run made; they are replaced or go
   * @throws Failure {@code file-in-the-way} if a file that is not owned, or a link, stands where a
   *     staged one goes; if the disk doesn't take it
   */
  public Changes commit(Set<String> owned) {
    try {
      writers.drain();
      FolderPlan plan = new FolderPlan(folder, stage, staged, owned);
      Changes changes = plan.changes();
      if (changes.added() + changes.changed() + changes.removed() > 0) {
        plan.carry();
        settings.durability().fileSystems(Set.of(stage.path()));
        swap(plan.journal());
      }
      return changes;
    } catch (IOException e) {
      throw DiskFailure.of(e, "replace files in", folder);
    }
  }

  private void swap(FolderJournal journal) throws IOException {
    swapping.lock();
    try {
      if (closed) {
        throw StageClosed.failure();
      }
      settings.hook().before("journal of " + folder);
      promised = true;
      Swap swap = new Swap(settings.hook(), settings.durability());
      try {
        journal.write(stage, settings.durability());
        swap.items(stage, journal);
      } catch (IOException e) {
        swap.back();
        FolderJournal.delete(stage);
        promised = false;
        throw e;
      }
      clear();
    } finally {
      swapping.unlock();
    }
  }

  /** Deletes the stage, whose swap is done. */
  private void clear() {
    try {
      settings.hook().before("delete " + stage.path());
      FileTree.delete(stage.path());
    } catch (IOException e) {
      return; // The new files are in; what can't be deleted now is deleted by the next run.
    }
  }

  /** The top-level items that some paths are in. */
  static Set<String> items(Iterable<String> paths) {
    Set<String> items = new TreeSet<>();
    paths.forEach(path -> items.add(item(path)));
    return items;
  }

  private static String item(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /** At most so many names for a message. */
  static String some(List<String> paths) {
    List<String> shown = new ArrayList<>();
    paths.stream().limit(5).map(Printable::of).forEach(shown::add);
    if (paths.size() > shown.size()) {
      shown.add((paths.size() - shown.size()) + " more");
    }
    return String.join(", ", shown);
  }

  /** Removes what was staged and not committed, and unlocks. May be called from any thread. */
  @Override
  public void close() {
    closed = true;
    writers.close();
    swapping.lock();
    try {
      if (!promised) {
        FileTree.delete(stage.path());
      }
    } catch (IOException e) {
      // What stays is removed by the next run.
    } finally {
      locks.close();
      folders.takeBack();
      swapping.unlock();
    }
  }

  /** Leaves everything as a killed process does. */
  void abandon() throws IOException {
    closed = true;
    writers.close();
    locks.abandon();
  }
}
