package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StableOrderTest {
  @Test
  void withoutRequirementsTheOrderStays() {
    assertEquals(List.of("a", "b", "c"), StableOrder.of(List.of("a", "b", "c"), x -> List.of()));
  }

  @Test
  void whatIsNeededEarlierMovesToJustBeforeWhereItIsNeeded() {
    Map<String, Set<String>> requires = Map.of("function", Set.of("table"));
    assertEquals(
        List.of("schema", "type", "table", "function", "view"),
        StableOrder.of(
            List.of("schema", "type", "function", "table", "view"),
            x -> requires.getOrDefault(x, Set.of())));
  }

  @Test
  void aCircleIsRefused() {
    Map<String, Set<String>> requires = Map.of("a", Set.of("b"), "b", Set.of("a"));
    assertThrows(
        IllegalArgumentException.class,
        () -> StableOrder.of(List.of("a", "b"), x -> requires.getOrDefault(x, Set.of())));
  }

  @Property(tries = 300)
  void allStandAfterWhatTheyRequire(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
    Map<Integer, Set<Integer>> requires = graph(seed, size);
    List<Integer> order =
        StableOrder.of(new ArrayList<>(requires.keySet()), x -> requires.getOrDefault(x, Set.of()));
    assertEquals(requires.keySet(), new TreeSet<>(order));
    Set<Integer> before = new HashSet<>();
    for (Integer item : order) {
      assertTrue(before.containsAll(requires.getOrDefault(item, Set.of())), item + " in " + order);
      before.add(item);
    }
    assertEquals(
        order,
        StableOrder.of(order, x -> requires.getOrDefault(x, Set.of())),
        "what is in order stays as it is");
  }

  /** Numbers that require others, without circles, whatever their rank. */
  private static Map<Integer, Set<Integer>> graph(long seed, int size) {
    Random random = new Random(seed);
    List<Integer> topological = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      topological.add(i);
    }
    Collections.shuffle(topological, random);
    Map<Integer, Set<Integer>> requires = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      Set<Integer> earlier = new TreeSet<>();
      for (int n = random.nextInt(4); i > 0 && n > 0; n--) {
        earlier.add(topological.get(random.nextInt(i)));
      }
      requires.put(topological.get(i), earlier);
    }
    return requires;
  }
}
