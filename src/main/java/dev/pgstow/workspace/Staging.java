package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Modules written beside their targets and swapped in together: either all of them or none. Holds
 * the lock of the output folders until closed.
 */
public final class Staging implements AutoCloseable {
  private final StagingSettings settings;
  private final OutputFolders folders = new OutputFolders();
  private final OutputLocks locks = new OutputLocks();
  private final Map<Path, StageFolder> stages = new LinkedHashMap<>();
  private final Map<ModuleTarget, ModuleStage> modules = new LinkedHashMap<>();
  private final FileWriters writers;

  /** Held while modules are swapped, so that closing waits for it. */
  private final ReentrantLock swapping = new ReentrantLock();

  private volatile boolean closed;
  private boolean promised;
  private @Nullable Preview preview;

  /**
   * Locks the targets' folders, completes or undoes what an interrupted run left there, and makes
   * the staging folders.
   *
   * @throws dev.pgstow.failure.Failure if another export holds the lock, a target is a file or a
   *     link, or a folder can't be written
   */
  public static Staging open(List<ModuleTarget> targets) {
    return open(targets, StagingSettings.onDisk());
  }

  static Staging open(List<ModuleTarget> targets, StagingSettings settings) {
    Staging staging = new Staging(settings);
    boolean opened = false;
    try {
      staging.prepare(targets);
      opened = true;
      return staging;
    } finally {
      if (!opened) {
        staging.close();
      }
    }
  }

  private Staging(StagingSettings settings) {
    this.settings = settings;
    this.writers = new FileWriters(settings.writerThreads(), settings.makers());
  }

  private void prepare(List<ModuleTarget> targets) {
    Map<ModuleTarget, Path> outdirs = new LinkedHashMap<>();
    Set<Path> directories = new HashSet<>();
    for (ModuleTarget target : targets) {
      Path outdir = folders.prepare(target);
      outdirs.put(target, outdir);
      if (!directories.add(outdir.resolve(target.name()))) {
        throw Failure.usage(
            "target-twice",
            "Two modules would go to " + target.directory() + ".",
            "Give them different names.");
      }
    }
    for (Path outdir : new TreeSet<>(outdirs.values())) {
      at(outdir, () -> lock(outdir));
    }
    for (Map.Entry<ModuleTarget, Path> it : outdirs.entrySet()) {
      at(it.getValue(), () -> stage(it.getKey(), it.getValue()));
    }
  }

  private void lock(Path outdir) throws IOException {
    if (!locks.tryAdd(outdir)) {
      throw Failure.failed(
          "export-running",
          "Another export is writing to " + outdir + ".",
          "Wait until it is done, or stop it; then try again.");
    }
    new Recovery(locks, SwapHook.NONE, settings.durability()).folder(outdir);
  }

  private void stage(ModuleTarget target, Path outdir) throws IOException {
    Path directory = outdir.resolve(target.name());
    new TargetCheck(directory, target.name()).shape();
    StageFolder stage = stages.get(outdir);
    if (stage == null) {
      stage = StageFolder.create(outdir);
      stages.put(outdir, stage);
    }
    modules.put(target, new ModuleStage(target, directory, stage, writers, () -> closed));
  }

  /** The staged module of a target given to {@link #open}. */
  public StagedModule module(ModuleTarget target) {
    ModuleStage module = modules.get(target);
    if (module == null) {
      throw new IllegalArgumentException("Not a target of this staging: " + target);
    }
    return module;
  }

  /**
   * What {@link #commit()} would change. Nothing is touched. Made once; all modules must be
   * finished.
   */
  public Preview preview() throws IOException {
    Preview made = preview;
    if (made == null) {
      requireOpen();
      List<ModulePreview> previews = new ArrayList<>();
      for (ModuleStage module : modules.values()) {
        module.drain();
        previews.add(new PreviewBuilder(module).build());
      }
      made = new Preview(previews);
      preview = made;
    }
    return made;
  }

  /**
   * Swaps the staged modules in, save those that are there already, file by file. After it returns,
   * or a crash and the next recovery, they are there. If it fails, what was there is there.
   */
  public void commit() throws IOException {
    requireOpen();
    if (promised) {
      throw new IllegalStateException("The staging was committed already");
    }
    List<ModuleStage> changing = changing();
    if (changing.isEmpty()) {
      return;
    }
    for (ModuleStage module : changing) {
      at(module.directory(), () -> new PreviewBuilder(module).oldScripts().carry());
      at(module.directory(), new TargetCheck(module.directory(), module.target().name())::shape);
      at(
          module.directory(),
          new TargetCheck(module.directory(), module.target().name())::permissions);
    }
    at(first().outdir(), () -> settings.durability().fileSystems(stages.keySet()));
    swapping.lock();
    try {
      requireOpen();
      swap(changing);
    } finally {
      swapping.unlock();
    }
  }

  /** All but the modules whose files are as staged: not even their times are to change. */
  private List<ModuleStage> changing() throws IOException {
    List<ModuleStage> changing = new ArrayList<>();
    for (ModulePreview made : preview().modules()) {
      ModuleStage module = modules.get(made.target());
      boolean same = made.added() + made.changed() + made.removed() == 0;
      if (module != null && !(same && Layout.isThere(module.directory()))) {
        changing.add(module);
      }
    }
    return changing;
  }

  private StageFolder first() {
    return stages.values().iterator().next();
  }

  private void swap(List<ModuleStage> changing) {
    StageFolder first = first();
    List<StageFolder> others = stages.values().stream().skip(1).toList();
    Swap swap = new Swap(settings.hook(), settings.durability());
    try {
      writeJournals(first, others, changing);
      for (StageFolder stage : stages.values()) {
        swap.forward(stage, namesIn(stage, changing));
      }
    } catch (IOException e) {
      throw undo(swap, first, e);
    }
    // The new modules are in; what can't be deleted now is deleted by the next run.
    quietly(() -> new Recovery(locks, settings.hook(), settings.durability()).clear(first, others));
  }

  private void writeJournals(
      StageFolder first, List<StageFolder> others, List<ModuleStage> changing) throws IOException {
    for (StageFolder other : others) {
      settings.hook().before("journal of " + other.outdir());
      Optional<String> pointer = Optional.of(Journal.pointer(other, first));
      new Journal(namesIn(other, changing), pointer, List.of()).write(other, settings.durability());
    }
    settings.hook().before("journal of " + first.outdir());
    List<String> pointers = others.stream().map(it -> Journal.pointer(first, it)).toList();
    promised = true;
    new Journal(namesIn(first, changing), Optional.empty(), pointers)
        .write(first, settings.durability());
  }

  private static List<String> namesIn(StageFolder stage, List<ModuleStage> changing) {
    return changing.stream()
        .filter(module -> stage.outdir().equals(module.directory().getParent()))
        .map(module -> module.target().name())
        .toList();
  }

  private Failure undo(Swap swap, StageFolder first, IOException cause) {
    try {
      swap.back();
      Files.deleteIfExists(first.path().resolve(Journal.NAME));
      promised = false;
      return DiskFailure.of(cause, "replace modules in", first.outdir());
    } catch (IOException e) {
      return Failure.failed(
          "swap-interrupted",
          "The modules in " + first.outdir() + " are half replaced: " + e.getMessage() + ".",
          "Run `pgstow recover` once the disk is in order.",
          cause);
    }
  }

  /**
   * Removes what was staged and not committed, and unlocks. May be called twice and from any
   * thread.
   */
  @Override
  public void close() {
    closed = true;
    writers.close();
    swapping.lock();
    try {
      for (ModuleStage module : modules.values()) {
        quietly(module::close);
      }
      // A promised swap that was not cleared away is left to the next recovery.
      if (!promised) {
        stages.values().forEach(stage -> quietly(() -> FileTree.delete(stage.path())));
      }
      locks.close();
      if (!promised) {
        folders.takeBack();
      }
    } finally {
      swapping.unlock();
    }
  }

  /** Leaves everything as a killed process does. */
  void abandon() throws IOException {
    closed = true;
    writers.close();
    locks.abandon();
  }

  /**
   * Completes or clears away what interrupted exports left below {@code root}, beside the modules
   * of the workspace it is, and in the given folders. Folders where an export is running are left
   * alone.
   *
   * @return folders whose interrupted swaps were completed or undone
   * @throws Failure if a swap can't be completed
   */
  public static List<Path> recover(Path root, List<Path> outputFolders) {
    return recover(root, outputFolders, StagingSettings.onDisk());
  }

  static List<Path> recover(Path root, List<Path> outputFolders, StagingSettings settings) {
    List<Path> done = new ArrayList<>();
    at(
        root,
        () -> {
          Set<Path> folders = new TreeSet<>(RecoverySearch.below(root));
          for (Path folder : outputFolders) {
            if (RecoverySearch.hasTraces(folder)) {
              folders.add(folder.toRealPath());
            }
          }
          for (Path folder : folders) {
            if (recoverOne(folder, settings)) {
              done.add(folder);
            }
          }
        });
    return done;
  }

  private static boolean recoverOne(Path folder, StagingSettings settings) throws IOException {
    try (OutputLocks locks = new OutputLocks()) {
      return new Recovery(locks, settings.hook(), settings.durability()).folder(folder);
    } catch (IOException e) {
      if (StageFolder.in(folder).isEmpty()) {
        return false; // A stale lock where nothing can be written harms nobody.
      }
      throw e;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw StageClosed.failure();
    }
  }

  private interface IoAction {
    void run() throws IOException;
  }

  private static void at(Path place, IoAction action) {
    try {
      action.run();
    } catch (IOException e) {
      throw DiskFailure.of(e, "write to", place);
    }
  }

  private static void quietly(IoAction action) {
    try {
      action.run();
    } catch (IOException e) {
      // What stays is removed by the next run.
      return;
    }
  }
}
