package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the files of a generated folder.
 *
 * @param staged the new files with their sha256
 * @param owned the files of a former run
 */
record FolderPlan(Path folder, StageFolder stage, Map<String, String> staged, Set<String> owned) {

  FolderStaging.Changes changes() throws IOException {
    int added = 0;
    int changed = 0;
    int same = 0;
    for (Map.Entry<String, String> file : staged.entrySet()) {
      Path there = folder.resolve(file.getKey());
      if (!Layout.isThere(there)) {
        added++;
      } else if (Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
          && Sha256.of(there).equals(file.getValue())) {
        same++;
      } else {
        changed++;
      }
    }
    int removed = 0;
    for (String path : owned) {
      if (!staged.containsKey(path) && Layout.isThere(folder.resolve(path))) {
        removed++;
      }
    }
    return new FolderStaging.Changes(added, changed, removed, same);
  }

  /**
   * Copies the user's files beside the generated ones into the stage.
   *
   * @throws Failure {@code file-in-the-way}
   */
  void carry() throws IOException {
    List<String> inTheWay = new ArrayList<>();
    for (String item : touched()) {
      Path there = folder.resolve(item);
      if (Files.isSymbolicLink(there)) {
        inTheWay.add(item);
      } else if (Layout.isThere(there)) {
        Files.walkFileTree(there, new Carrier(inTheWay));
      }
    }
    if (!inTheWay.isEmpty()) {
      throw Failure.failed(
          "file-in-the-way",
          "Files in "
              + folder
              + " are not pgstow's and stand where it would write: "
              + FolderStaging.some(inTheWay)
              + ".",
          "Move them away, or choose another folder.");
    }
  }

  FolderJournal journal() {
    List<String> items = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (String item : touched()) {
      (Layout.isThere(stage.fresh(item)) ? items : removed).add(item);
    }
    return new FolderJournal(items, removed);
  }

  private Set<String> touched() {
    Set<String> items = FolderStaging.items(staged.keySet());
    items.addAll(FolderStaging.items(owned));
    return items;
  }

  private final class Carrier extends SimpleFileVisitor<Path> {
    private final List<String> inTheWay;

    Carrier(List<String> inTheWay) {
      this.inTheWay = inTheWay;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (owned.contains(path)) {
        return FileVisitResult.CONTINUE;
      }
      Path copy = stage.fresh(path);
      if (Layout.isThere(copy) || !FileTree.hasRoom(copy)) {
        inTheWay.add(path);
        return FileVisitResult.CONTINUE;
      }
      Path parent = copy.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      return FileVisitResult.CONTINUE;
    }
  }
}
