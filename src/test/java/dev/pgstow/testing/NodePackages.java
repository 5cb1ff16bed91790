package dev.pgstow.testing;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs of npm that tests run, installed below {@code target} when first needed; by one process
 * at a time, since several share the tests.
 */
final class NodePackages {
  private static final String LOCK = "package-lock.json";

  private NodePackages() {}

  /** Whether a program of Node.js can be run. */
  static boolean runs(String program) {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Installs what a folder's lock file names, beside these files of it; gives where. */
  static synchronized Path install(Path from, List<String> files, String where) throws IOException {
    Path to = Path.of(System.getProperty("pgstow.build", "target")).resolve(where);
    Files.createDirectories(to);
    try (FileChannel channel =
            FileChannel.open(
                to.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      for (String file : files) {
        copy(from.resolve(file), to.resolve(file));
      }
      Path marker = to.resolve("installed");
      if (!Files.exists(marker) || Files.mismatch(marker, from.resolve(LOCK)) >= 0) {
        npm(to);
        Files.copy(from.resolve(LOCK), marker, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }

  /** Unless it is there: another process may be reading it. */
  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
      Files.createDirectories(to.getParent());
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void npm(Path folder) throws IOException {
    File log = folder.resolve("npm.log").toFile();
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
      if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        throw new IOException("npm ci failed: " + Files.readString(log.toPath()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
