package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts grants in an order in which they can be made: who grants what another role allowed him to
 * comes after that role's grant. An ACL keeps the order in which grantees came into it, which may
 * be another one after a REVOKE.
 */
final class GrantOrder {
  private final String owner;
  private final List<AclItem> made;

  /** For an object of this owner, on which these grants are made already. */
  GrantOrder(String owner, List<AclItem> made) {
    this.owner = owner;
    this.made = new ArrayList<>(made);
  }

  /** The grants, each where it stood unless it has to wait for a later one. */
  List<AclItem> of(List<AclItem> items) {
    List<AclItem> open = new ArrayList<>(items);
    List<AclItem> order = new ArrayList<>();
    while (!open.isEmpty()) {
      AclItem next =
          open.stream().filter(item -> !waits(item, open)).findFirst().orElse(open.get(0));
      open.remove(next);
      made.add(next);
      order.add(next);
    }
    return order;
  }

  private boolean waits(AclItem item, List<AclItem> open) {
    if (item.grantor().equals(owner)) {
      return false;
    }
    Set<Character> lacks = new HashSet<>(item.plain());
    lacks.addAll(item.grantable());
    made.stream().filter(one -> allows(one, item)).forEach(one -> lacks.removeAll(one.grantable()));
    return open.stream()
        .anyMatch(one -> allows(one, item) && !Collections.disjoint(one.grantable(), lacks));
  }

  private static boolean allows(AclItem one, AclItem item) {
    return one.grantee().equals(item.grantor());
  }
}
