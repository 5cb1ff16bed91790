package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NodeTreeTest {
  @Test
  void fieldsMentionWhatUsersMade() {
    assertEquals(
        Set.of(16421L, 16425L),
        oids(
            "({FUNCEXPR :funcid 16421 :funcresulttype 23 :funcretset false :args <> :location 20036}"
                + " {CONST :consttype 16425 :consttypmod 65540 :constlen -1 :location -1 :constvalue"
                + " 17000 [ 104 66 1 0 ]})"));
  }

  @Test
  void constantsOfTypesThatNameObjectsMentionThem() {
    String constant =
        "{CONST :consttype %d :consttypmod -1 :constcollid 0 :constlen 4 :constbyval true"
            + " :constisnull false :location -1 :constvalue 4 [ -25 64 0 0 0 0 0 0 ]}";
    assertEquals(Set.of(16615L), oids(constant.formatted(2205)));
    assertEquals(Set.of(), oids(constant.formatted(23)));
  }

  @Test
  void allCatalogsOfExpressionsAreMeant() {
    Set<Address> rows = NodeTree.mentions(":funcid 16421 ");
    assertTrue(rows.contains(SystemCatalog.PROC.row(16421)));
    assertTrue(rows.contains(SystemCatalog.CLASS.row(16421)));
  }

  private static Set<Long> oids(String tree) {
    return NodeTree.mentions(tree).stream()
        .map(Address::oid)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
