package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CirclesTest {
  @Test
  void findsEachCircleOnItsOwn() {
    Map<String, List<String>> requires =
        Map.of("a", List.of("b"), "b", List.of("a", "c"), "c", List.of("d"), "d", List.of("c"));
    Set<Set<String>> circles =
        Circles.of(List.of("a", "b", "c", "d", "e"), x -> requires.getOrDefault(x, List.of()))
            .stream()
            .map(Set::copyOf)
            .collect(Collectors.toSet());
    assertEquals(Set.of(Set.of("a", "b"), Set.of("c", "d")), circles);
  }

  @Test
  void aLongChainDoesNotOverflowTheStack() {
    List<Integer> items = IntStream.range(0, 100_000).boxed().toList();
    List<List<Integer>> circles = Circles.of(items, x -> List.of((x + 1) % items.size()));
    assertEquals(1, circles.size());
    assertEquals(items.size(), circles.get(0).size());
  }

  @Property(tries = 200)
  void aCircleHoldsExactlyThoseThatReachOneAnother(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int size) {
    Random random = new Random(seed);
    Map<Integer, Set<Integer>> requires = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Set<Integer> others = new TreeSet<>();
      for (int n = random.nextInt(3); n > 0; n--) {
        others.add(random.nextInt(size));
      }
      requires.put(i, others);
    }
    List<List<Integer>> circles =
        Circles.of(
            IntStream.range(0, size).boxed().toList(), x -> requires.getOrDefault(x, Set.of()));
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        int one = a;
        int two = b;
        boolean together = circles.stream().anyMatch(c -> c.contains(one) && c.contains(two));
        if (a != b) {
          assertEquals(reach(requires, a).contains(b) && reach(requires, b).contains(a), together);
        }
      }
    }
    assertTrue(circles.stream().allMatch(circle -> circle.size() > 1));
  }

  private static Set<Integer> reach(Map<Integer, Set<Integer>> requires, int from) {
    Set<Integer> reached = new HashSet<>(requires.getOrDefault(from, Set.of()));
    int before;
    do {
      before = reached.size();
      for (Integer next : List.copyOf(reached)) {
        reached.addAll(requires.getOrDefault(next, Set.of()));
      }
    } while (reached.size() > before);
    return reached;
  }
}
