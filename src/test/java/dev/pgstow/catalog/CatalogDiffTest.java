package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CatalogDiffTest {
  private static CatalogObject object(ObjectKind kind, String name, String... create) {
    return new CatalogObject(
        new ObjectIdentity(kind, Optional.of("app"), name, ""),
        List.of(create),
        List.of("DROP " + name),
        Set.of());
  }

  @Test
  void whatIsTheSameOnBothSidesIsNoDifference() {
    List<CatalogObject> one = List.of(object(ObjectKind.TABLE, "t", "CREATE TABLE app.t ()"));
    assertTrue(CatalogDiff.between(one, one).isEmpty());
    assertEquals(0, CatalogDiff.between(one, one).size());
  }

  @Test
  void objectsOfOneSideAndChangedOnesAreTold() {
    CatalogObject both = object(ObjectKind.TABLE, "both", "CREATE TABLE app.both ()");
    CatalogObject live = object(ObjectKind.TABLE, "live", "CREATE TABLE app.live ()");
    CatalogObject source = object(ObjectKind.TABLE, "source", "CREATE TABLE app.source ()");
    CatalogObject before =
        object(ObjectKind.VIEW, "v", "CREATE VIEW app.v AS\n SELECT 1", "GRANT x");
    CatalogObject after =
        object(ObjectKind.VIEW, "v", "CREATE VIEW app.v AS\n SELECT 2", "GRANT x");
    CatalogDiff diff =
        CatalogDiff.between(List.of(both, live, after), List.of(source, before, both));
    assertEquals(List.of(live), diff.undeclared());
    assertEquals(List.of(source), diff.missing());
    assertEquals(1, diff.changed().size());
    assertEquals(before.identity(), diff.changed().get(0).identity());
    assertEquals(
        List.of(
            "@@ -1,3 +1,3 @@", " CREATE VIEW app.v AS", "- SELECT 1;", "+ SELECT 2;", " GRANT x;"),
        diff.changed().get(0).diff());
    assertFalse(diff.isEmpty());
  }

  @Test
  void namesakesOfOtherKindsAndSchemasAreOthers() {
    CatalogObject table = object(ObjectKind.TABLE, "x", "CREATE TABLE app.x ()");
    CatalogObject type = object(ObjectKind.TYPE, "x", "CREATE TYPE app.x");
    CatalogDiff diff = CatalogDiff.between(List.of(table), List.of(type));
    assertEquals(List.of(table), diff.undeclared());
    assertEquals(List.of(type), diff.missing());
    assertEquals(List.of(), diff.changed());
  }

  /** Each number is an object; what it is modulo 4 tells what becomes of it. */
  @Property(tries = 200)
  void whatWasDoneIsWhatIsFound(@ForAll @Size(max = 40) Set<@IntRange(max = 500) Integer> numbers) {
    List<CatalogObject> live = new ArrayList<>();
    List<CatalogObject> source = new ArrayList<>();
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    List.of("live", "source", "changed", "same")
        .forEach(what -> expected.put(what, new LinkedHashSet<>()));
    for (int number : numbers) {
      String name = "o" + number;
      CatalogObject object = object(ObjectKind.FUNCTION, name, "CREATE " + name);
      switch (number % 4) {
        case 0 -> {
          live.add(object);
          expected.get("live").add(name);
        }
        case 1 -> {
          source.add(object);
          expected.get("source").add(name);
        }
        case 2 -> {
          live.add(object(ObjectKind.FUNCTION, name, "CREATE " + name, "COMMENT"));
          source.add(0, object);
          expected.get("changed").add(name);
        }
        default -> {
          live.add(0, object);
          source.add(object);
        }
      }
    }
    CatalogDiff diff = CatalogDiff.between(live, source);
    assertEquals(expected.get("live"), names(diff.undeclared()));
    assertEquals(expected.get("source"), names(diff.missing()));
    Set<String> changed = new LinkedHashSet<>();
    for (CatalogDiff.Change change : diff.changed()) {
      changed.add(change.identity().name());
      assertEquals("+COMMENT;", change.diff().get(change.diff().size() - 1));
    }
    assertEquals(expected.get("changed"), changed);
  }

  private static Set<String> names(List<CatalogObject> objects) {
    Set<String> names = new LinkedHashSet<>();
    objects.forEach(object -> names.add(object.identity().name()));
    return names;
  }
}
