package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The files in the script folders of a module that is about to be replaced, set against those
 * staged for it. Files that pgstow did not make are kept, unless the module's origin is unknown or
 * a staged file or folder is in their place.
 */
final class OldScripts {

  /** Takes the old files that no staged file replaces. */
  interface Visitor {
    /** A file that will be kept because a user put it there. */
    void kept(Path file, String path) throws IOException;

    /** A file that will be gone; {@code generated} unless a user put it there. */
    void gone(Path file, String path, boolean generated) throws IOException;
  }

  private final Path directory;
  private final Path fresh;
  private final KnownFiles generated;
  private final boolean originKnown;

  OldScripts(Path directory, Path fresh, KnownFiles generated, boolean originKnown) {
    this.directory = directory;
    this.fresh = fresh;
    this.generated = generated;
    this.originKnown = originKnown;
  }

  void forEach(Visitor visitor) throws IOException {
    for (String folder : Layout.SCRIPTS) {
      if (Layout.isThere(directory.resolve(folder))) {
        Files.walkFileTree(directory.resolve(folder), new Walk(visitor));
      }
    }
  }

  /** Copies the files that will be kept into the stage. */
  void carry() throws IOException {
    forEach(
        new Visitor() {
          @Override
          public void kept(Path file, String path) throws IOException {
            Path copy = fresh.resolve(path);
            Path parent = copy.getParent();
            if (parent != null) {
              Files.createDirectories(parent);
            }
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
          }

          @Override
          public void gone(Path file, String path, boolean generated) {}
        });
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Visitor visitor;

    Walk(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = directory.relativize(file).toString().replace('\\', '/');
      Path staged = fresh.resolve(path);
      if (Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS)) {
        return FileVisitResult.CONTINUE;
      }
      boolean made = !originKnown || generated.has(path);
      if (!made && !Layout.isThere(staged) && FileTree.hasRoom(staged)) {
        visitor.kept(file, path);
      } else {
        visitor.gone(file, path, made);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
