package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes or clears away what an interrupted export left in an output folder. */
final class Recovery {
  private final OutputLocks locks;
  private final SwapHook hook;
  private final Durability durability;

  Recovery(OutputLocks locks, SwapHook hook, Durability durability) {
    this.locks = locks;
    this.hook = hook;
    this.durability = durability;
  }

  /** Whether there was anything to do, and it was not a live export's. */
  boolean folder(Path outdir) throws IOException {
    if (!locks.tryAdd(outdir)) {
      return false;
    }
    boolean done = false;
    for (StageFolder stage : StageFolder.in(outdir)) {
      done |= stage(stage);
    }
    return done;
  }

  private boolean stage(StageFolder stage) throws IOException {
    Optional<FolderJournal> folder = FolderJournal.read(stage);
    if (folder.isPresent()) {
      new Swap(hook, durability).items(stage, folder.get());
      clear(stage, List.of());
      return true;
    }
    Optional<Journal> journal = Journal.read(stage);
    if (journal.isEmpty()) {
      FileTree.delete(stage.path());
      return true;
    }
    if (journal.get().first().isEmpty()) {
      return complete(stage, journal.get());
    }
    StageFolder first = Journal.follow(stage, journal.get().first().get());
    if (first.path().getParent() == null || !Files.isDirectory(first.outdir())) {
      return false; // Perhaps a disk that is not mounted now: it alone knows.
    }
    if (!locks.tryAdd(first.outdir())) {
      return false;
    }
    Optional<Journal> firstJournal =
        StageFolder.is(first.path()) ? Journal.read(first) : Optional.empty();
    if (firstJournal.isPresent() && firstJournal.get().first().isEmpty()) {
      return complete(first, firstJournal.get());
    }
    FileTree.delete(stage.path());
    return true;
  }

  /** Swaps in the stages of an export, given the first, and clears them away. */
  private boolean complete(StageFolder first, Journal journal) throws IOException {
    List<StageFolder> others = new ArrayList<>();
    for (String pointer : journal.others()) {
      StageFolder other = Journal.follow(first, pointer);
      if (StageFolder.is(other.path())) {
        others.add(other);
        if (!locks.tryAdd(other.outdir())) {
          return false;
        }
      }
    }
    Swap swap = new Swap(hook, durability);
    swap.forward(first, journal.modules());
    for (StageFolder other : others) {
      Optional<Journal> its = Journal.read(other);
      if (its.isPresent()) {
        swap.forward(other, its.get().modules());
      }
    }
    clear(first, others);
    return true;
  }

  /** Deletes the stages of a completed swap: the first last, since the others point to it. */
  void clear(StageFolder first, List<StageFolder> others) throws IOException {
    for (StageFolder other : others) {
      hook.before("delete " + other.path());
      FileTree.delete(other.path());
    }
    hook.before("delete " + first.path());
    FileTree.delete(first.path());
  }
}
