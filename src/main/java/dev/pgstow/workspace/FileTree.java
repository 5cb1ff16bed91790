package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole trees of files. Links are never followed. */
final class FileTree {
  private static final int ATTEMPTS = 5;

  private FileTree() {}

  /** Deletes a tree, if it is there; also while another thread is still adding to it. */
  static void delete(Path root) throws IOException {
    for (int i = 1; ; i++) {
      try {
        Files.walkFileTree(root, new Deletion());
        return;
      } catch (DirectoryNotEmptyException e) {
        if (i == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Whether no file stands where a folder above a path is, or would have to be. */
  static boolean hasRoom(Path path) {
    Path above = path.getParent();
    while (above != null && !Layout.isThere(above)) {
      above = above.getParent();
    }
    return above == null || Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS);
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
