package dev.pgstow.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChangeGraphTest {
  private static Failure missing(String change, String dependency) {
    return Failure.failed("missing", change + " " + dependency, "");
  }

  @Property(tries = 200)
  void everyChangeComesAfterWhatItNeeds(
      @ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
    Random random = new Random(seed);
    // A hidden order makes the graph free of circles; the changes are added in another.
    List<Integer> added = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    java.util.Collections.shuffle(added, random);
    Map<Integer, List<String>> needs = new HashMap<>();
    ChangeGraph graph = new ChangeGraph();
    for (int change : added) {
      List<String> dependencies = new ArrayList<>();
      for (int i = 0; i < 3 && change > 0; i++) {
        String dependency = "c" + random.nextInt(change);
        if (!dependencies.contains(dependency)) {
          dependencies.add(dependency);
        }
      }
      needs.put(change, dependencies);
      graph.add("c" + change, dependencies, "note");
    }
    graph.resolve(ChangeGraphTest::missing);
    Map<String, Integer> place = new HashMap<>();
    int[] order = graph.order();
    for (int i = 0; i < order.length; i++) {
      place.put(graph.name(order[i]), i);
    }
    assertEquals(size, place.size());
    needs.forEach(
        (change, dependencies) ->
            dependencies.forEach(
                dependency ->
                    assertTrue(place.get(dependency) < place.get("c" + change), dependency)));
  }

  @Test
  void anOrderThatWorksIsKept() {
    ChangeGraph graph = new ChangeGraph();
    graph.add("b", List.of(), "");
    graph.add("a", List.of("b", "pkg:x"), "");
    graph.add("c", List.of(), "");
    graph.resolve(ChangeGraphTest::missing);
    assertArrayEquals(new int[] {0, 1, 2}, graph.order());
    assertEquals(List.of("pkg:x"), graph.foreignDependencies(1));
    assertEquals(Map.of("pkg", "a"), graph.foreignPackages());
  }

  @Test
  void whatIsMovedMovesAsLittleAsCanBe() {
    ChangeGraph graph = new ChangeGraph();
    graph.add("late", List.of("early"), "");
    graph.add("x", List.of(), "");
    graph.add("early", List.of(), "");
    graph.add("y", List.of(), "");
    graph.resolve(ChangeGraphTest::missing);
    assertEquals(
        List.of("x", "early", "late", "y"),
        Arrays.stream(graph.order()).mapToObj(graph::name).toList());
  }

  @Test
  void aMissingDependencyAsksForItsFailure() {
    ChangeGraph graph = new ChangeGraph();
    graph.add("a", List.of("nowhere"), "");
    Failure failure = assertThrows(Failure.class, () -> graph.resolve(ChangeGraphTest::missing));
    assertEquals("a nowhere", failure.getMessage());
  }
}
