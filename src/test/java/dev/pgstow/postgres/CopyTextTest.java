package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyTextTest {

  @Test
  void escapesAreDecoded() throws IOException {
    assertArrayEquals(
        new String[] {"\b\f\n\r\t\u000b\\", "A\u0001é", "AJ", null, "", "\\N", "q"},
        rows(7, "\\b\\f\\n\\r\\t\\v\\\\\t\\101\\1\\303\\251\t\\x41\\x4a\t\\N\t\t\\\\N\t\\q\n")
            .get(0));
  }

  @Test
  void aTableWithoutColumnsHasEmptyRows() throws IOException {
    assertEquals(2, rows(0, "\n\n").size());
  }

  @Test
  void textThatIsNotUtf8IsAFailureThatSaysWhere() throws IOException {
    CopyText text = new CopyText(2, row -> {});
    text.accept("a\tb\n".getBytes(StandardCharsets.UTF_8));
    Failure failure =
        assertThrows(Failure.class, () -> text.accept(new byte[] {'a', '\t', (byte) 0xe9, '\n'}));
    assertEquals("invalid-text", failure.ident());
    assertTrue(failure.getMessage().contains("Row 2, column 2"), failure.getMessage());
    assertEquals("\uFFFD", rows(1, "\uFFFD\n").get(0)[0]);
  }

  @Property(tries = 300)
  void anyRowsComeBackHoweverTheyAreCut(
      @ForAll("values") List<List<@Nullable String>> rows,
      @ForAll @IntRange(min = 1, max = 9) int cut)
      throws IOException {
    StringBuilder encoded = new StringBuilder();
    for (List<@Nullable String> row : rows) {
      encoded
          .append(String.join("\t", row.stream().map(CopyTextTest::encode).toList()))
          .append('\n');
    }
    List<@Nullable String[]> got = new ArrayList<>();
    CopyText text = new CopyText(3, got::add);
    byte[] bytes = encoded.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i += cut) {
      text.accept(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + cut)));
    }
    assertEquals(rows, got.stream().map(Arrays::asList).toList());
    assertEquals(rows.size(), text.count());
  }

  @Provide
  Arbitrary<List<List<@Nullable String>>> values() {
    return Arbitraries.strings()
        .withChars("a\\N\t\n\r\b'x01é日\uD83D\uDE00 ")
        .ofMaxLength(8)
        .map(s -> new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .injectNull(0.2)
        .list()
        .ofSize(3)
        .list()
        .ofMaxSize(5);
  }

  private static String encode(@Nullable String value) {
    return value == null
        ? "\\N"
        : value
            .replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r");
  }

  private static List<@Nullable String[]> rows(int columns, String text) throws IOException {
    List<@Nullable String[]> rows = new ArrayList<>();
    new CopyText(columns, rows::add).accept(text.getBytes(StandardCharsets.UTF_8));
    return rows;
  }
}
