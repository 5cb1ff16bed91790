package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes files on disk with as few system calls as it takes. */
final class DiskFileMaker implements FileMaker {
  private static final Set<StandardOpenOption> NEW =
      EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final int REMEMBERED = 2_000;
  private static final int SLICE = 64 * 1024;

  /** The folders used last; all of them would be as many as there are changes. */
  private final Map<Path, Boolean> made =
      new LinkedHashMap<>(REMEMBERED * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Override
  public void make(Path file, byte[] content) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      makeFolder(parent);
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file, NEW)) {
      // In slices: the JDK copies each through a direct buffer of the same size.
      for (int at = 0; at < content.length; at += SLICE) {
        ByteBuffer slice = ByteBuffer.wrap(content, at, Math.min(SLICE, content.length - at));
        while (slice.hasRemaining()) {
          channel.write(slice);
        }
      }
    }
  }

  private void makeFolder(Path folder) throws IOException {
    if (made.putIfAbsent(folder, true) != null) {
      return;
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    } catch (NoSuchFileException e) {
      Files.createDirectories(folder);
    }
  }
}
