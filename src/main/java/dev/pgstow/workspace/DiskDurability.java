package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One {@code sync} for each file system: to flush 60,000 files one by one takes five times as long
 * as to write them.
 */
final class DiskDurability implements Durability {
  private final List<String> command;
  private final Duration patience;

  DiskDurability() {
    this(List.of("sync", "-f"), Duration.ofMinutes(2));
  }

  /**
   * Flushes by another command.
   *
   * @param command what flushes the file system of the path given to it last
   * @param patience how long one may take
   */
  DiskDurability(List<String> command, Duration patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  @Override
  public void fileSystems(Collection<Path> folders) throws IOException {
    Set<FileStore> done = new HashSet<>();
    for (Path folder : folders) {
      if (done.add(Files.getFileStore(folder))) {
        sync(folder);
      }
    }
  }

  private void sync(Path folder) throws IOException {
    List<String> line = new ArrayList<>(command);
    line.add(folder.toString());
    Process process;
    try {
      process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      // Not every system has it; the folder at least can be flushed.
      folder(folder);
      return;
    }
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void file(FileChannel channel) throws IOException {
    channel.force(true);
  }

  @Override
  public void folder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows can't open folders, and needs no flush of them.
      return;
    }
  }
}
