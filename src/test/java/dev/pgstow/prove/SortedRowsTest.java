package dev.pgstow.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SortedRowsTest {

  @Property(tries = 60)
  void rowsComeInOrderWhateverTheMemory(
      @ForAll List<String> texts, @ForAll @IntRange(max = 2_000) int memory) throws IOException {
    List<SortedRow> rows = new ArrayList<>();
    for (String text : texts) {
      // No text of PostgreSQL's holds half a character.
      String whole = text.replaceAll("[\\ud800-\\udfff]", "?");
      rows.add(new SortedRow(whole, whole.length() % 2 == 0, new String[] {null, whole, ""}));
    }
    List<String> taken = new ArrayList<>();
    try (SortedRows sorted = new SortedRows(memory)) {
      for (SortedRow row : rows) {
        sorted.add(row);
      }
      for (SortedRow row = sorted.take(); row != null; row = sorted.take()) {
        taken.add(show(row));
      }
    }
    assertEquals(rows.stream().sorted(SortedRow.ORDER).map(SortedRowsTest::show).toList(), taken);
  }

  private static String show(SortedRow row) {
    return row.key() + row.whole() + Arrays.toString(row.values());
  }
}
