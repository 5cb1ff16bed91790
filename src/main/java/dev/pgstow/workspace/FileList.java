package dev.pgstow.workspace;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The generated files of a module with their hashes, kept on disk in the order they were written:
 * there may be more than memory should hold.
 */
final class FileList implements AutoCloseable {
  private static final int HASH_LENGTH = 64;

  /** Takes files one by one. */
  interface Visitor {
    void file(String path, String sha256) throws IOException;
  }

  private final Path file;
  private final BufferedWriter writer;

  FileList(Path file) throws IOException {
    this.file = file;
    this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  void add(String path, String sha256) throws IOException {
    writer.write(sha256);
    writer.write(' ');
    writer.write(path);
    writer.write('\n');
  }

  /** Shows all files added so far, in order. */
  void forEach(Visitor visitor) throws IOException {
    writer.flush();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        visitor.file(line.substring(HASH_LENGTH + 1), line.substring(0, HASH_LENGTH));
      }
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
