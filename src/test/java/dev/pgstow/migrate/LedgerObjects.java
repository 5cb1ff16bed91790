package dev.pgstow.migrate;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ledger's SQL, as somebody else would have run it. */
final class LedgerObjects {
  private LedgerObjects() {}

  static String all() {
    return Arrays.stream(LedgerObject.values())
        .map(LedgerObject::sql)
        .collect(Collectors.joining());
  }
}
