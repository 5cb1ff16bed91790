package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpliedDependenciesTest {
  private static final Address CLASS = SystemCatalog.OPCLASS.row(1);
  private static final Address LESS = SystemCatalog.OPERATOR.row(2);
  private static final Address MEMBER = SystemCatalog.AMOP.row(3);
  private static final Address VIEW = SystemCatalog.REWRITE.row(4);
  private static final List<Dependency> KNOWN =
      List.of(
          new Dependency(MEMBER, CLASS, 'i'),
          new Dependency(MEMBER, LESS, 'n'),
          new Dependency(VIEW, LESS, 'n'));

  @Test
  void whoUsesAnOperatorNeedsTheClassItIsAMemberOf() {
    assertEquals(List.of(new Dependency(VIEW, CLASS, 'n')), ImpliedDependencies.of(KNOWN));
  }

  @Test
  void whatTheCatalogSaysIsNoGuess() {
    List<Dependency> known = new ArrayList<>(KNOWN);
    known.add(new Dependency(VIEW, CLASS, 'n'));
    assertEquals(List.of(), ImpliedDependencies.of(known));
  }
}
