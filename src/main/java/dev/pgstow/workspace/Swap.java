package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Swaps staged modules in by renames. Going forward can be repeated after a crash at any point:
 * what is still in {@code new/} is what is still to be done. One object does one swap.
 */
final class Swap {
  private record Rename(Path from, Path to) {}

  private final SwapHook hook;
  private final Durability durability;
  private final List<Rename> done = new ArrayList<>();

  Swap(SwapHook hook, Durability durability) {
    this.hook = hook;
    this.durability = durability;
  }

  void forward(StageFolder stage, List<String> modules) throws IOException {
    for (String module : modules) {
      Path fresh = stage.fresh(module);
      Path target = stage.outdir().resolve(module);
      if (!Layout.isThere(fresh)) {
        continue;
      }
      if (!Layout.isThere(target)) {
        rename(fresh, target);
      } else {
        requireFolder(target);
        Files.createDirectories(stage.old(module));
        for (String item : Layout.swapped(module)) {
          swap(fresh.resolve(item), target.resolve(item), stage.old(module).resolve(item));
        }
        durability.folder(target);
      }
    }
    durability.folder(stage.outdir());
  }

  /** Swaps the items of a generated folder, which the stage is in; can be repeated too. */
  void items(StageFolder stage, FolderJournal journal) throws IOException {
    Files.createDirectories(stage.old(""));
    for (String item : journal.items()) {
      Path fresh = stage.fresh(item);
      if (Layout.isThere(fresh)) {
        replace(fresh, stage.outdir().resolve(item), stage.old(item));
      }
    }
    for (String item : journal.removed()) {
      Path target = stage.outdir().resolve(item);
      if (Layout.isThere(target)) {
        rename(target, unused(stage.old(item)));
      }
    }
    durability.folder(stage.outdir());
  }

  private void replace(Path fresh, Path target, Path old) throws IOException {
    if (Layout.isThere(target)) {
      rename(target, unused(old));
    }
    rename(fresh, target);
  }

  private void swap(Path fresh, Path target, Path old) throws IOException {
    if (!Layout.isThere(fresh)) {
      return;
    }
    if (Layout.isThere(target) && Layout.SCAFFOLD.contains(target.getFileName().toString())) {
      // Made by the user in the meantime.
      return;
    }
    replace(fresh, target, old);
  }

  private static Path unused(Path path) {
    Path found = path;
    for (int i = 1; Layout.isThere(found); i++) {
      found = path.resolveSibling(path.getFileName() + "~" + i);
    }
    return found;
  }

  private void rename(Path from, Path to) throws IOException {
    hook.before("rename " + from.getFileName() + " to " + to);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    done.add(new Rename(from, to));
  }

  /** Takes back the renames of this swap, last first. */
  void back() throws IOException {
    Collections.reverse(done);
    for (Rename rename : done) {
      Files.move(rename.to, rename.from, StandardCopyOption.ATOMIC_MOVE);
    }
    done.clear();
  }

  private static void requireFolder(Path target) {
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.failed(
          "target-not-a-folder",
          target + " is a file or a link, but an interrupted export must put a module there.",
          "Move it away and run `pgstow recover`.");
    }
  }
}
