package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.prompt.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static Rows rows(int count) {
    return new Rows(
        IntStream.range(0, count)
            .mapToObj(i -> new Choice("v" + i, "Name " + i, List.of("detail " + i * 7)))
            .toList());
  }

  @Test
  void everyWordOfTheFilterMustOccurInLabelOrDetails() {
    Rows rows = rows(40);
    rows.filter("NAME 35");
    assertEquals(2, rows.size());
    assertEquals("Name 5", rows.at(0).label());
    assertEquals("Name 35", rows.at(1).label());
  }

  @Test
  void theCursorStaysOnItsRowWhereTheFilterShowsIt() {
    Rows rows = rows(100);
    rows.moveTo(42);
    rows.filter("4");
    assertEquals("v42", rows.current().orElseThrow().value());
    rows.filter("");
    assertEquals("v42", rows.current().orElseThrow().value());
  }

  @Test
  void aFilterThatMatchesNothingLeavesNothingToChoose() {
    Rows rows = rows(3);
    rows.filter("zzz");
    assertTrue(rows.current().isEmpty());
    rows.move(1);
    assertEquals(0, rows.top(5));
  }

  @Property
  void theCursorIsAlwaysInTheWindow(
      @ForAll @IntRange(max = 60) int count,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll List<@IntRange(min = -30, max = 30) Integer> moves,
      @ForAll @StringLength(max = 2) String filter) {
    Rows rows = rows(count);
    for (int move : moves) {
      rows.move(move);
      int top = rows.top(height);
      assertTrue(top >= 0 && top <= rows.cursor());
      assertTrue(rows.cursor() < Math.max(1, top + height));
    }
    rows.filter(filter);
    for (int i = 0; i < rows.size(); i++) {
      String row = (rows.at(i).label() + "\n" + rows.at(i).details()).toLowerCase(Locale.ROOT);
      for (String word : filter.strip().toLowerCase(Locale.ROOT).split(" +")) {
        assertTrue(row.contains(word));
      }
    }
  }
}
