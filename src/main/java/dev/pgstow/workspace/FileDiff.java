package dev.pgstow.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Unified diffs of text files; of huge ones only the start is compared. */
final class FileDiff {
  private static final int CONTEXT = 3;
  private static final int HEADER = 2;
  private static final int MOST_LINES = 5_000;
  private static final int LONGEST_LINE = 2_000;
  private static final String CUT = "… (cut: too long to show)";

  private FileDiff() {}

  /** The diff of two lists of lines, as text; empty if they are equal. */
  static String unified(String path, List<String> before, List<String> after) {
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isEmpty() ? "/dev/null" : "a/" + path,
            after.isEmpty() ? "/dev/null" : "b/" + path,
            before,
            DiffUtils.diff(before, after),
            CONTEXT);
    if (lines.size() > HEADER) {
      // The library counts from line 1 where there is no line; patch and git count from 0.
      String range = lines.get(HEADER);
      range = before.isEmpty() ? range.replace("@@ -1,0 ", "@@ -0,0 ") : range;
      lines.set(HEADER, after.isEmpty() ? range.replace(" +1,0 @@", " +0,0 @@") : range);
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** The lines of a file, or where a link leads. */
  static List<String> lines(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return List.of("link to " + Files.readSymbolicLink(file));
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      // Not readLine: it would hold a line of any length.
      int c = reader.read();
      for (; c >= 0 && lines.size() < MOST_LINES; c = reader.read()) {
        if (c == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
          line.append((char) c);
        } else if (line.length() == LONGEST_LINE) {
          line.append(CUT);
        }
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
      if (c >= 0) {
        lines.add(CUT);
      }
    }
    return lines;
  }
}
