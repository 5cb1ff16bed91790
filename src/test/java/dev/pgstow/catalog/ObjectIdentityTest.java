package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectIdentityTest {
  private static final Optional<String> APP = Optional.of("app");

  @Test
  void whatBelongsToATableIsNeverTakenForADomains() {
    Set<ObjectIdentity> all = new HashSet<>();
    List<String> names =
        List.of("d", "domain d", "table d", "table domain d", "table table domain d", "domain d\n");
    for (String name : names) {
      ObjectIdentity ofTable = ObjectIdentity.ofTable(ObjectKind.CONSTRAINT, APP, "c", name);
      assertEquals(Optional.empty(), ofTable.domain());
      assertEquals(name, ofTable.table());
      ObjectIdentity ofDomain = ObjectIdentity.ofDomain(ObjectKind.CONSTRAINT, APP, "c", name);
      assertEquals(Optional.of(name), ofDomain.domain());
      all.add(ofTable);
      all.add(ofDomain);
    }
    assertEquals(2 * names.size(), all.size());
  }

  @Test
  void ordinaryTablesAreTheQualifierThemselves() {
    assertEquals("t", ObjectIdentity.ofTable(ObjectKind.RULE, APP, "r", "t").qualifier());
    assertEquals(
        "table d", ObjectIdentity.ofTable(ObjectKind.RULE, APP, "r", "table d").qualifier());
  }
}
