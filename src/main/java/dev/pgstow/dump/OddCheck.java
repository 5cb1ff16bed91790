package dev.pgstow.dump;

import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.sql.Literals;

/** Checks of objects that have no plain name in the server's catalog. */
final class OddCheck {
  private final ObjectIdentity identity;

  OddCheck(ObjectIdentity identity) {
    this.identity = identity;
  }

  String sql() {
    return "SELECT 1 / pg_catalog.length(" + Literals.quote(identity.name()) + ")";
  }
}
