package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pg_depend does not say: an expression that sorts, groups or compares depends on the operator
 * alone, but as text it finds the operator through the default operator class of its type; and one
 * that casts depends on the cast's function alone.
 */
final class ImpliedDependencies {
  private ImpliedDependencies() {}

  /**
   * From each user of an operator to the operator classes that the operator is a member of, and
   * from each user of a function to the casts by it; but for those that pg_depend says as well:
   * they are no guesses.
   */
  static List<Dependency> of(List<Dependency> all) {
    Map<Address, Address> classes = new HashMap<>();
    for (Dependency one : all) {
      if (isMember(one) && one.referenced().catalog() == SystemCatalog.OPCLASS) {
        classes.put(one.dependent(), one.referenced());
      }
    }
    Map<Address, List<Address>> found = new HashMap<>();
    for (Dependency one : all) {
      Address whole = isCast(one) ? one.dependent() : classes.get(one.dependent());
      SystemCatalog means = isCast(one) ? SystemCatalog.PROC : SystemCatalog.OPERATOR;
      if (whole != null && one.referenced().catalog() == means) {
        found.computeIfAbsent(one.referenced(), o -> new ArrayList<>()).add(whole);
      }
    }
    List<Dependency> implied = new ArrayList<>();
    for (Dependency one : all) {
      if (!isMember(one) && !isCast(one) && one.dependent().catalog() != SystemCatalog.OPERATOR) {
        for (Address whole : found.getOrDefault(one.referenced(), List.of())) {
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

  private static boolean isCast(Dependency one) {
    return one.dependent().catalog() == SystemCatalog.CAST;
  }

  private static boolean isMember(Dependency one) {
    return one.dependent().catalog() == SystemCatalog.AMOP;
  }
}
