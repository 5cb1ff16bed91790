package dev.pgstow.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UuidSetTest {
  private static String uuid(long value) {
    return new UUID(value >>> 3, value).toString();
  }

  @Property(tries = 100)
  void holdsWhatASetHolds(@ForAll List<Long> added, @ForAll List<Long> others) {
    UuidSet uuids = new UuidSet();
    Set<String> expected = new HashSet<>();
    for (long value : added) {
      uuids.add(uuid(value));
      expected.add(uuid(value));
    }
    assertEquals(expected.size(), uuids.size());
    added.forEach(value -> assertTrue(uuids.contains(uuid(value))));
    others.forEach(
        value -> assertEquals(expected.contains(uuid(value)), uuids.contains(uuid(value))));
  }

  @Test
  void otherTextIsNeverInIt() {
    UuidSet uuids = new UuidSet();
    List<String> others = List.of("", "x", "+0000000-0000-4000-8000-00000000000", "g".repeat(36));
    others.forEach(uuids::add);
    others.forEach(other -> assertFalse(uuids.contains(other), other));
    assertEquals(0, uuids.size());
    assertFalse(uuids.contains(uuid(0)));
    uuids.add(uuid(0));
    assertTrue(uuids.contains(uuid(0)));
  }
}
