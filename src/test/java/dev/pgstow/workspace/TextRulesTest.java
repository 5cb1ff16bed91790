package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small rules behind plans and modules: paths, texts for messages, lines, known files. */
class TextRulesTest {

  @Test
  void aSafePathIsGivenBack() {
    assertEquals("deploy/a\u200cb\u200d.sql", FilePath.check("deploy/a\u200cb\u200d.sql"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "/a|is absolute",
        "a\u0001b|U+0001",
        "a\u200b|U+200B",
        "a\u202e|U+202E",
        "a\u2028|U+2028",
        "a\ud800|not valid Unicode",
        "a\udfff|not valid Unicode",
        "<|the character <",
        "a/|an empty segment",
        "a/..|the segment \"..\"",
      })
  void whatIsWrongWithAPathIsSaid(String path, String problem) {
    String said = FilePath.problem(path).orElseThrow();
    assertTrue(said.contains(problem), said);
  }

  @Test
  void messagesAreCutWhereTheyGetLong() {
    assertEquals("x".repeat(199), Printable.of("x".repeat(199)));
    assertEquals("x".repeat(200) + "…", Printable.of("x".repeat(201)));
    assertEquals("a\\u0007b", Printable.of("a\u0007b"));
  }

  @ParameterizedTest
  @CsvSource({"'',0", "a,1", "'a\n',1", "'\na',2", "'a\r\n\nb',3"})
  void linesKeepTheirEnds(String text, int count) {
    List<String> lines = TextFile.lines(text);
    assertEquals(count, lines.size());
    assertEquals(text, String.join("", lines));
  }

  @Test
  void thousandsOfFilesAreKnownByPathAndHash() {
    KnownFiles files = new KnownFiles();
    for (int i = 0; i < 5_000; i++) {
      files.add("deploy/t" + i + ".sql", hash(i));
    }
    for (int i = 0; i < 5_000; i++) {
      assertTrue(files.has("deploy/t" + i + ".sql", hash(i)));
      assertFalse(files.has("deploy/t" + i + ".sql", hash(i + 1)));
      assertTrue(files.has("deploy/t" + i + ".sql"));
      assertFalse(files.has("verify/t" + i + ".sql"));
    }
    files.add("deploy/t1.sql", hash(7));
    assertTrue(files.has("deploy/t1.sql", hash(7)));
    files.add("x", "0123456789abcdef");
    assertFalse(files.has("x", ""));
  }

  /** One that differs from others in its first digits. */
  private static String hash(int i) {
    return String.format("%016x", i + 1).repeat(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deploy/", "verify/", "revert/", "pgpm.plan", "m.control", ".pgstow.json"})
  void aFolderWithAPieceOfAModuleIsNotNew(String piece, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("README.md"), "");
    Files.writeString(folder.resolve("other.control"), "");
    assertTrue(Layout.isNew(folder, "m"));
    if (piece.endsWith("/")) {
      Files.createDirectory(folder.resolve(piece));
    } else {
      Files.writeString(folder.resolve(piece), "");
    }
    assertFalse(Layout.isNew(folder, "m"));
  }
}
