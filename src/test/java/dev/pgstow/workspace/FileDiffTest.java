package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiffTest {
  private static final String CUT = "… (cut: too long to show)";

  @TempDir Path folder;

  private List<String> lines(String text) throws IOException {
    return FileDiff.lines(Files.writeString(folder.resolve("f"), text));
  }

  @Test
  void linesAreThoseOfTheFile() throws IOException {
    assertEquals(List.of(), lines(""));
    assertEquals(List.of("a", "", "b"), lines("a\n\nb"));
    assertEquals(List.of("a\u0000\r", "é"), lines("a\u0000\r\né\n"));
    assertEquals(List.of(), FileDiff.lines(folder));
    assertEquals(List.of(), FileDiff.lines(folder.resolve("none")));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("f"));
    assertEquals(List.of("link to f"), FileDiff.lines(link));
  }

  @Test
  void longLinesAndFilesAreCut() throws IOException {
    String longest = "x".repeat(2_000);
    assertEquals(List.of(longest, "y"), lines(longest + "\ny"));
    assertEquals(List.of(longest + CUT, "y"), lines(longest + "xx\ny"));
    assertEquals(5_000, lines("a\n".repeat(5_000)).size());
    assertEquals(5_001, lines("a\n".repeat(5_000) + "\0").size());
    List<String> cut = lines("a\n".repeat(5_000) + "b");
    assertEquals(5_001, cut.size());
    assertEquals(CUT, cut.get(5_000));
    assertEquals("a", cut.get(4_999));
  }

  @Test
  void theDiffIsAsPatchTakesIt() {
    assertEquals("", FileDiff.unified("p", List.of("a"), List.of("a")));
    assertEquals("", FileDiff.unified("p", List.of(), List.of()));
    assertEquals(
        "--- a/p\n+++ b/p\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n",
        FileDiff.unified("p", List.of("a", "b"), List.of("a", "c")));
    assertEquals(
        "--- /dev/null\n+++ b/p\n@@ -0,0 +1,1 @@\n+a\n",
        FileDiff.unified("p", List.of(), List.of("a")));
    assertEquals(
        "--- a/p\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n",
        FileDiff.unified("p", List.of("a"), List.of()));
    List<String> same = Collections.nCopies(10, "s");
    List<String> more = new ArrayList<>(same);
    more.add("t");
    assertEquals(
        "--- a/p\n+++ b/p\n@@ -8,3 +8,4 @@\n s\n s\n s\n+t\n", FileDiff.unified("p", same, more));
  }
}
