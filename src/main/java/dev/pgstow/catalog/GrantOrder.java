package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;

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

  /** The grants, each as near to where it stood as can be. */
  List<AclItem> of(List<AclItem> items) {
    List<AclItem> open = new ArrayList<>(items);
    List<AclItem> order = new ArrayList<>();
    while (!open.isEmpty()) {
      AclItem next = open.stream().filter(this::canBeMade).findFirst().orElse(open.get(0));
      open.remove(next);
      made.add(next);
      order.add(next);
    }
    return order;
  }

  private boolean canBeMade(AclItem item) {
    if (item.grantor().equals(owner)) {
      return true;
    }
    List<Character> allowed = new ArrayList<>();
    for (AclItem one : made) {
      if (one.grantee().equals(item.grantor())) {
        allowed.addAll(one.grantable());
      }
    }
    return allowed.containsAll(item.plain()) && allowed.containsAll(item.grantable());
  }
}
