package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Finds folders where an export was interrupted, or runs. */
final class RecoverySearch extends SimpleFileVisitor<Path> {
  private static final int DEPTH = 6;

  private final Path root;
  private final Set<Path> found = new TreeSet<>();

  private RecoverySearch(Path root) {
    this.root = root;
  }

  /** Such folders below a root, by real path, and beside the modules of the workspace it is. */
  static Set<Path> below(Path root) throws IOException {
    RecoverySearch search = new RecoverySearch(root);
    Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, search);
    try {
      for (Module module : Workspace.find(root).modules().all()) {
        Path parent = module.directory().getParent();
        if (parent != null && hasTraces(parent)) {
          search.found.add(parent.toRealPath());
        }
      }
    } catch (Failure e) {
      // A workspace that can't be read is not this operation's to report.
      return search.found;
    }
    return search.found;
  }

  /** Whether an export left something in a folder, or runs there. */
  static boolean hasTraces(Path folder) throws IOException {
    return Layout.isThere(folder.resolve(OutputLock.NAME)) || !StageFolder.in(folder).isEmpty();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    if (name.startsWith(StageFolder.PREFIX)) {
      addParent(folder);
    }
    boolean skipped =
        name.startsWith(".") || name.equals("node_modules") || Layout.SCRIPTS.contains(name);
    return skipped && !folder.equals(root)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = file.getFileName().toString();
    if (name.equals(OutputLock.NAME)
        || (name.startsWith(StageFolder.PREFIX) && attributes.isDirectory())) {
      addParent(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return FileVisitResult.CONTINUE;
  }

  private void addParent(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      found.add(parent.toRealPath());
    }
  }
}
