package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** Makes new files, folders above them included. Used by one thread. */
interface FileMaker {
  /** Makes a file; fails if it is there. */
  void make(Path file, byte[] content) throws IOException;
}
