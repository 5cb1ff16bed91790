package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that this process holds open. */
final class OpenFiles {
  private OpenFiles() {}

  /** Those at or below a real path; the test is left out where the system doesn't tell. */
  static List<String> below(Path path) throws IOException {
    Path handles = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(handles), "no /proc");
    try (Stream<Path> all = Files.list(handles)) {
      return all.map(OpenFiles::target).filter(it -> it.startsWith(path.toString())).toList();
    }
  }

  private static String target(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString();
    } catch (IOException e) {
      return ""; // Closed since: that of the listing itself.
    }
  }
}
