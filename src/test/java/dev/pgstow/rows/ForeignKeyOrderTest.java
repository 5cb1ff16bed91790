package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForeignKeyOrderTest {
  private static LiveTable table(long oid) {
    TableName name = new TableName("public", "t%03d".formatted(oid));
    return new LiveTable(oid, name, false, true, 1, 8192, false);
  }

  private static List<Long> order(List<LiveTable> tables, Map<Long, Set<Long>> references) {
    return ForeignKeyOrder.of(tables, references).tables().stream().map(LiveTable::oid).toList();
  }

  private static List<LiveTable> tables(int count) {
    return IntStream.range(0, count).mapToObj(ForeignKeyOrderTest::table).toList();
  }

  @Test
  void whatIsReferencedComesFirstAndElseTheGivenOrderStays() {
    assertEquals(
        List.of(1L, 2L, 3L, 0L, 4L), order(tables(5), Map.of(0L, Set.of(3L), 3L, Set.of(1L))));
    assertEquals(List.of(0L, 1L), order(tables(2), Map.of(0L, Set.of(0L, 77L))));
  }

  @Test
  void circlesStandTogetherAndAreReported() {
    ForeignKeyOrder order =
        ForeignKeyOrder.of(
            tables(5), Map.of(0L, Set.of(3L), 3L, Set.of(4L), 4L, Set.of(3L), 1L, Set.of(1L)));
    assertEquals(List.of(1L, 2L, 3L, 4L, 0L), order.tables().stream().map(LiveTable::oid).toList());
    assertEquals(
        List.of(List.of(new TableName("public", "t003"), new TableName("public", "t004"))),
        order.cycles());
  }

  @Property(tries = 300)
  void everyReferenceOutsideOfCirclesIsKept(
      @ForAll @Size(max = 40) List<@IntRange(max = 19) Integer> edges) {
    Map<Long, Set<Long>> references = new HashMap<>();
    for (int i = 0; i + 1 < edges.size(); i += 2) {
      references
          .computeIfAbsent((long) edges.get(i), it -> new TreeSet<>())
          .add((long) edges.get(i + 1));
    }
    // To itself is no circle of several.
    references.forEach((from, to) -> to.remove(from));
    ForeignKeyOrder order = ForeignKeyOrder.of(tables(20), references);
    List<TableName> names = order.tables().stream().map(LiveTable::name).toList();
    assertEquals(20, new TreeSet<>(names).size());
    references.forEach(
        (from, all) ->
            all.forEach(
                to -> {
                  TableName a = table(from).name();
                  TableName b = table(to).name();
                  boolean together =
                      order.cycles().stream().anyMatch(it -> it.contains(a) && it.contains(b));
                  assertTrue(together || names.indexOf(b) < names.indexOf(a));
                  assertEquals(reaches(references, to, from), together);
                }));
  }

  private static boolean reaches(Map<Long, Set<Long>> references, long from, long to) {
    Set<Long> seen = new TreeSet<>(Set.of(from));
    List<Long> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      for (long next : references.getOrDefault(open.remove(0), Set.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen.contains(to);
  }
}
