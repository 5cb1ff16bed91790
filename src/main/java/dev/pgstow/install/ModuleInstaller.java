package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Installs third-party pgpm modules, with those they depend on, into a workspace's extensions
 * folder: {@code @pgpm/verify} goes to {@code extensions/@pgpm/verify}. One call at a time.
 */
public final class ModuleInstaller {
  private final Path workspaceRoot;
  private final Path extensionsDir;
  private final Npm npm;
  private final Set<String> presentModules;

  /** An installer for a workspace whose modules are all in its extensions folder. */
  public ModuleInstaller(Path workspaceRoot, Path extensionsDir, Npm npm) {
    this(workspaceRoot, extensionsDir, npm, Set.of());
  }

  /**
   * An installer that leaves out what the workspace has elsewhere.
   *
   * @param extensionsDir absolute, or relative to the root; made if need be
   * @param presentModules control names of all the workspace's modules, wherever they are
   */
  public ModuleInstaller(
      Path workspaceRoot, Path extensionsDir, Npm npm, Set<String> presentModules) {
    this.workspaceRoot = workspaceRoot;
    this.extensionsDir = extensionsDir;
    this.npm = npm;
    this.presentModules = Set.copyOf(presentModules);
  }

  /**
   * Installs modules and, recursively, the pgpm modules among their package.json's {@code
   * dependencies}; other packages are left out. A module that is there stays whatever its version,
   * and its dependencies are looked after too. Of several versions asked for, the one asked for
   * first is taken: by the caller, then by what is nearest to the caller. All are fetched and
   * checked before the first appears in the extensions folder; each appears whole, dependencies
   * first.
   *
   * @param controlOrNpmNames {@code pgpm-verify} or {@code @pgpm/verify}, each with {@code
   *     @version} or without
   * @param progress told one line for each step, and for what was left out or kept, on this thread
   * @return what was installed, in that order; empty if all was there
   * @throws Failure {@code module-unknown}, {@code module-other-version} (an exact version was
   *     asked for and another is there), {@code module-not-a-pgpm-module}, {@code
   *     module-name-taken}, {@code module-folder-taken}, {@code extensions-outside-workspace},
   *     {@code tarball-unsafe}, {@code tarball-damaged}, {@code install-write}, those of {@link
   *     Npm#pack}, or {@code interrupted}
   */
  public List<Installed> install(Collection<String> controlOrNpmNames, Consumer<String> progress) {
    List<Request> requests = controlOrNpmNames.stream().map(Request::ofUser).toList();
    try {
      ExtensionsFolder extensions = new ExtensionsFolder(workspaceRoot, extensionsDir);
      InstallStaging.sweep(extensions.path());
      try (Installation installation =
          new Installation(extensions, npm, presentModules, progress)) {
        return installation.run(requests);
      }
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      throw Failure.interrupted("Installing modules was interrupted.");
    } catch (IOException e) {
      throw InstallWrite.failed("modules", e);
    }
  }

  /**
   * Removes what killed installations left in an extensions folder; those still running keep
   * theirs. {@link #install} does it first.
   *
   * @return the folders removed
   */
  public static List<Path> removeLeftovers(Path extensionsDir) throws IOException {
    return InstallStaging.sweep(extensionsDir);
  }
}
