package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where npm is.
 *
 * @param searchPath folders, separated as in PATH
 * @param fileName {@code npm}; on Windows {@code npm.cmd}
 */
record NpmExecutable(String searchPath, String fileName) {

  static NpmExecutable ofThisSystem() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return new NpmExecutable(
        Objects.requireNonNullElse(System.getenv("PATH"), ""), windows ? "npm.cmd" : "npm");
  }

  /**
   * The first of that name in the search path. Relative entries don't count: they would run a
   * program out of the workspace.
   *
   * @throws Failure {@code npm-missing}
   */
  Path find() {
    return Arrays.stream(searchPath.split(Pattern.quote(File.pathSeparator), -1))
        .map(NpmExecutable::folder)
        .flatMap(Optional::stream)
        .map(folder -> folder.resolve(fileName))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.failed(
                    "npm-missing",
                    "There is no npm on the PATH, and modules are fetched with it.",
                    "Install Node.js, which brings npm, from your system's packages; or copy the"
                        + " modules into the workspace's extensions folder yourself."));
  }

  private static Optional<Path> folder(String entry) {
    try {
      return Optional.of(Path.of(entry)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
