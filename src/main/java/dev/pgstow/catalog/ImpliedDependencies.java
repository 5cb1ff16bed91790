package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pg_depend does not say: an expression that sorts, groups or compares depends on the operator
 * alone, but as text it finds the operator through the default operator class of its type.
 */
final class ImpliedDependencies {
  private ImpliedDependencies() {}

  /**
   * From each user of an operator to the operator classes that the operator is a member of, but for
   * those that pg_depend says as well: they are no guesses.
   */
  static List<Dependency> of(List<Dependency> all) {
    Map<Address, Address> classes = new HashMap<>();
    for (Dependency one : all) {
      if (isMember(one) && one.referenced().catalog() == SystemCatalog.OPCLASS) {
        classes.put(one.dependent(), one.referenced());
      }
    }
    Map<Address, List<Address>> operators = new HashMap<>();
    for (Dependency one : all) {
      Address whole = classes.get(one.dependent());
      if (whole != null && one.referenced().catalog() == SystemCatalog.OPERATOR) {
        operators.computeIfAbsent(one.referenced(), o -> new ArrayList<>()).add(whole);
      }
    }
    List<Dependency> implied = new ArrayList<>();
    for (Dependency one : all) {
      if (!isMember(one) && one.dependent().catalog() != SystemCatalog.OPERATOR) {
        for (Address whole : operators.getOrDefault(one.referenced(), List.of())) {
          implied.add(new Dependency(one.dependent(), whole, 'n'));
        }
      }
    }
    if (!implied.isEmpty()) {
      Set<Dependency> said = new HashSet<>(all);
      implied.removeIf(said::contains);
    }
    return implied;
  }

  private static boolean isMember(Dependency one) {
    return one.dependent().catalog() == SystemCatalog.AMOP;
  }
}
