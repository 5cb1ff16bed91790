package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The locks that one operation holds, by folder. */
final class OutputLocks implements AutoCloseable {
  private final Map<Path, OutputLock> held = new LinkedHashMap<>();

  /** Whether the folder is locked by this operation, now or before. */
  synchronized boolean tryAdd(Path folder) throws IOException {
    if (held.containsKey(folder)) {
      return true;
    }
    Optional<OutputLock> lock = OutputLock.tryAcquire(folder);
    lock.ifPresent(it -> held.put(folder, it));
    return lock.isPresent();
  }

  /** Lets go as a dying process does, leaving the files. */
  synchronized void abandon() throws IOException {
    for (OutputLock lock : held.values()) {
      lock.abandon();
    }
    held.clear();
  }

  /** Releases all. A lock file that can't be deleted stays, unlocked, for the next run. */
  @Override
  public synchronized void close() {
    for (OutputLock lock : held.values()) {
      release(lock);
    }
    held.clear();
  }

  private static void release(OutputLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      return; // The file is unlocked even so.
    }
  }
}
