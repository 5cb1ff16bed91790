package dev.pgstow.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {
  @Test
  void theNearestComeFirst() {
    assertEquals(
        List.of("bookshop", "pets"), NearNames.to("bokshop", List.of("pets", "bookshop"), 5));
    assertEquals(List.of("my-pets"), NearNames.to("PETS", List.of("rats", "my-pets"), 1));
  }

  @Test
  void distanceCountsEditsIgnoringCase() {
    assertEquals(0, NearNames.distance("Abc", "aBC"));
    assertEquals(3, NearNames.distance("kitten", "sitting"));
    assertEquals(3, NearNames.distance("", "abc"));
  }
}
