package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A hidden folder in the extensions folder (same disk, so that a module moves in by one rename)
 * where packages are fetched and unpacked. Its lock tells the next run whether its owner lives; the
 * folder goes when this is closed, when the JVM ends, or when the next run sweeps.
 */
final class InstallStaging implements AutoCloseable {
  private static final String PREFIX = ".pgstow-install-";
  private static final String LOCK = "lock";
  private static final Duration NEWBORN = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final Optional<Path> madeParent;
  private final FileChannel lockFile;
  private final Thread onExit = new Thread(this::abort, "pgstow-remove-staging");
  private final Thread owner = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private int count;
  private volatile boolean aborted;

  private InstallStaging(Path folder, Optional<Path> madeParent, FileChannel lockFile) {
    this.folder = folder;
    this.madeParent = madeParent;
    this.lockFile = lockFile;
  }

  /** Makes a staging folder. The calling thread works in it and closes it. */
  static InstallStaging open(ExtensionsFolder extensions) throws IOException {
    Optional<Path> madeParent = Optional.of(extensions.path()).filter(path -> !Files.exists(path));
    extensions.create(extensions.path());
    Path folder = Files.createTempDirectory(extensions.path(), PREFIX);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    InstallStaging staging = new InstallStaging(folder, madeParent, lockFile);
    try {
      lockFile.lock();
      Runtime.getRuntime().addShutdownHook(staging.onExit);
    } catch (IOException e) {
      staging.remove();
      throw e;
    } catch (IllegalStateException e) {
      staging.remove();
      throw Failure.interrupted("Installing modules was interrupted.");
    }
    return staging;
  }

  /** A new, empty folder in it. */
  Path newFolder() throws IOException {
    if (aborted) {
      throw Failure.interrupted("Installing modules was interrupted.");
    }
    return Files.createDirectory(folder.resolve(Integer.toString(++count)));
  }

  /** Removes all that was staged and not moved in. */
  @Override
  public void close() {
    // The hook goes last: a JVM that ends meanwhile waits for it, and it for this.
    remove();
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException shuttingDown) {
      // It runs, and has nothing left to wait for.
    }
  }

  /**
   * Has the owner stop and clean up, since what it still writes would come after a cleanup here.
   */
  private void abort() {
    aborted = true;
    owner.interrupt();
    try {
      if (!closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        remove();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      remove();
    }
  }

  private synchronized void remove() {
    try {
      lockFile.close();
      FolderTree.delete(folder);
      if (madeParent.isPresent()) {
        Files.deleteIfExists(madeParent.get());
      }
    } catch (DirectoryNotEmptyException e) {
      // The folder made for the modules holds some now.
    } catch (IOException e) {
      // Left for the next run to sweep; what failed before this matters more.
    }
  }

  /** Removes the staging folders of runs that died; those of living runs stay. */
  static List<Path> sweep(Path extensions) throws IOException {
    List<Path> swept = new ArrayList<>();
    if (Files.isDirectory(extensions)) {
      for (Path folder : stagingFolders(extensions)) {
        if (abandoned(folder)) {
          FolderTree.delete(folder);
          swept.add(folder);
        }
      }
    }
    return swept;
  }

  private static List<Path> stagingFolders(Path extensions) throws IOException {
    try (Stream<Path> all = Files.list(extensions)) {
      return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private static boolean abandoned(Path folder) throws IOException {
    Path lock = folder.resolve(LOCK);
    if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
      Instant made = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
      return made.isBefore(Instant.now().minus(NEWBORN));
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
