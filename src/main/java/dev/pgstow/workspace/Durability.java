package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;

/** Makes sure that what was written survives a loss of power. */
interface Durability {
  /** Flushes the file systems that hold the folders, as far as the platform lets us. */
  void fileSystems(Collection<Path> folders) throws IOException;

  /** Flushes a file. */
  void file(FileChannel channel) throws IOException;

  /** Flushes the entries of a folder, as far as the platform lets us. */
  void folder(Path folder) throws IOException;
}
