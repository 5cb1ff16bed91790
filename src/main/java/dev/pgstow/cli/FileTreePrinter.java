package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder as a tree; folders whose single content is a folder share a line with it. */
final class FileTreePrinter {
  private final PrintStream out;

  FileTreePrinter(PrintStream out) {
    this.out = out;
  }

  void print(Path root) {
    out.println();
    out.println(root);
    print(root, "");
  }

  private void print(Path folder, String indent) {
    List<Path> entries = entries(folder);
    for (int i = 0; i < entries.size(); i++) {
      boolean last = i == entries.size() - 1;
      Path entry = entries.get(i);
      StringBuilder name = new StringBuilder(Sanitizer.visible(entry.getFileName().toString()));
      while (Files.isDirectory(entry) && entries(entry).size() == 1) {
        entry = entries(entry).get(0);
        name.append('/').append(Sanitizer.visible(entry.getFileName().toString()));
      }
      out.println(indent + (last ? "└── " : "├── ") + name);
      if (Files.isDirectory(entry)) {
        print(entry, indent + (last ? "    " : "│   "));
      }
    }
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    } catch (IOException e) {
      throw Failure.failed("tree", "The folder could not be listed: " + e.getMessage(), "", e);
    }
  }
}
