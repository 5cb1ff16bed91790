package dev.pgstow.catalog;

import java.util.List;

/**
 * Access privileges of an object, as texts of {@code aclitem}s in their order.
 *
 * @param items what it has
 * @param base what it has from the start, before any GRANT
 */
record Acl(List<String> items, List<String> base) {
  static final Acl NONE = new Acl(List.of(), List.of());

  /** Of a row's columns {@code acl} and {@code acldefault}; a NULL {@code acl} is the default. */
  static Acl of(Row row) {
    List<String> base = row.list("acldefault");
    return row.optional("acl").isPresent() ? new Acl(row.list("acl"), base) : new Acl(base, base);
  }

  /** The way back. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // They are meant to be swapped.
  Acl reversed() {
    return new Acl(base, items);
  }

  Acl from(List<String> initial) {
    return new Acl(items, initial);
  }
}
