package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * The lock of an output folder: a file that the operating system keeps locked while its process
 * lives, and that is deleted on release.
 *
 * <p>On POSIX systems a process loses its lock when it closes <em>any</em> handle of the file, so a
 * lock must be recognised as this process's own, or as deleted by another, without opening the
 * file. Its length tells: each process gives it a length of its own. Taking and releasing are
 * serialised within the process.
 */
final class OutputLock {
  static final String NAME = ".pgstow-lock";
  private static final long LENGTHS = 1 << 20;
  private static final int ATTEMPTS = 20;
  // Behind any length, because on Windows a locked range can't be read.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;

  private OutputLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks the folder; empty if another export, of this process or another, holds it. */
  static synchronized Optional<OutputLock> tryAcquire(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    long length = ownLength();
    for (int i = 0; i < ATTEMPTS; i++) {
      if (length(file) == length) {
        return Optional.empty();
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      boolean kept = false;
      try {
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
          return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), length - 1);
        // A holder may have deleted the file between opening and locking it.
        kept = length(file) == length;
        if (kept) {
          return Optional.of(new OutputLock(file, channel));
        }
      } catch (OverlappingFileLockException e) {
        return Optional.empty();
      } finally {
        if (!kept) {
          channel.close();
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an export, of this process or another, holds the folder. Asking takes nothing. */
  static synchronized boolean isHeld(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (length(file) == ownLength()) {
      return true;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      return channel.tryLock(LOCKED_BYTE, 1, false) == null;
    } catch (NoSuchFileException e) {
      return false;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Deletes the file and lets go. */
  void release() throws IOException {
    synchronized (OutputLock.class) {
      try (channel) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Lets go as a dying process does, leaving the file. */
  void abandon() throws IOException {
    synchronized (OutputLock.class) {
      channel.truncate(0);
      channel.close();
    }
  }

  /** That of a file that is not there is no process's. */
  private static long length(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private static long ownLength() {
    ProcessHandle self = ProcessHandle.current();
    return length(self.pid(), self.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  /** The length that a process gives its locks; never 0, as an abandoned one has. */
  static long length(long pid, long started) {
    return 1 + (((pid * 31 + started) * 0x9E3779B97F4A7C15L) >>> 20) % LENGTHS;
  }
}
