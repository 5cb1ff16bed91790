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
  void whoUsesAFunctionNeedsTheCastByIt() {
    Address function = SystemCatalog.PROC.row(5);
    Address cast = SystemCatalog.CAST.row(6);
    Dependency byIt = new Dependency(cast, function, 'n');
    Dependency user = new Dependency(VIEW, function, 'n');
    Dependency other = new Dependency(cast, SystemCatalog.TYPE.row(7), 'n');
    Dependency onType = new Dependency(VIEW, SystemCatalog.TYPE.row(7), 'n');
    assertEquals(
        List.of(new Dependency(VIEW, cast, 'n')),
        ImpliedDependencies.of(List.of(byIt, user, other, onType)));
  }

  @Test
  void whatTheCatalogSaysIsNoGuess() {
    List<Dependency> known = new ArrayList<>(KNOWN);
    known.add(new Dependency(VIEW, CLASS, 'n'));
    assertEquals(List.of(), ImpliedDependencies.of(known));
  }
}
