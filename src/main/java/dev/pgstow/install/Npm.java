package dev.pgstow.install;

import java.nio.file.Path;

/** Fetches packages from the registries the user has set up. */
@FunctionalInterface
public interface Npm {

  /**
   * Fetches a package's tarball. Blocks; may be called from any thread.
   *
   * @param destination an existing folder, empty, and the caller's to remove
   * @return the tarball (a gzipped tar), in {@code destination}
   * @throws dev.pgstow.failure.Failure {@code npm-missing} if there is no npm to ask, {@code
   *     npm-failed} if it can't bring the package, {@code interrupted} if the thread is interrupted
   */
  Path pack(NpmSpec spec, Path destination);
}
