package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/** The folder that holds a workspace's third-party modules, each under its npm name. */
final class ExtensionsFolder {
  private final Path root;
  private final Path folder;

  /**
   * The folder; it need not exist yet.
   *
   * @param folder absolute, or relative to {@code root}
   * @throws Failure {@code extensions-outside-workspace}
   */
  ExtensionsFolder(Path root, Path folder) {
    this.root = root.toAbsolutePath().normalize();
    this.folder = this.root.resolve(folder).normalize();
    if (!this.folder.startsWith(this.root) || this.folder.equals(this.root)) {
      throw outside(this.folder);
    }
  }

  Path path() {
    return folder;
  }

  /** A path as a person in the workspace root would write it. */
  String shown(Path path) {
    return root.relativize(path).toString();
  }

  Path target(String npmName) {
    return folder.resolve(npmName);
  }

  /**
   * The module that is under this npm name.
   *
   * @throws Failure {@code module-folder-taken} if something else is there
   */
  Optional<ModuleFolder> find(String npmName) throws IOException {
    Path target = target(npmName);
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(target) || !ModuleFolder.isModule(target)) {
      throw taken(npmName, "it has no control file or no pgpm.plan");
    }
    try {
      return Optional.of(ModuleFolder.read(target));
    } catch (NotAModuleException e) {
      throw taken(npmName, e.why());
    }
  }

  /** Makes the folder, if need be, and one in it. */
  void create(Path inside) throws IOException {
    confine(inside);
    Files.createDirectories(inside);
    confine(inside);
  }

  /** Moves a whole module in, in one step. */
  Path moveIn(Path module, String npmName) throws IOException {
    Path target = target(npmName);
    Path parent = parent(target);
    create(parent);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(npmName, "it appeared while the module was fetched");
    }
    try {
      Files.move(module, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw Failure.failed(
          "install-write",
          shown(parent) + " is on another disk than " + shown(folder) + ".",
          "Keep the extensions folder on one disk.",
          e);
    }
    return target;
  }

  private void confine(Path path) throws IOException {
    Path existing = path;
    while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && !existing.equals(root)) {
      existing = parent(existing);
    }
    if (!existing.toRealPath().startsWith(root.toRealPath())) {
      throw outside(path);
    }
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), "a path below the root");
  }

  private Failure taken(String npmName, String why) {
    return Failure.failed(
        "module-folder-taken",
        shown(target(npmName)) + " is there, but is no pgpm module: " + why + ".",
        "Move it away, then install " + npmName + " again.");
  }

  private Failure outside(Path path) {
    return Failure.failed(
        "extensions-outside-workspace",
        "Modules would go to " + path + ", which is not inside the workspace " + root + ".",
        "Let extensionsDir in pgpm.json name a folder of the workspace, and no link out of it.");
  }
}
