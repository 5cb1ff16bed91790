package dev.pgstow.migrate;

import java.time.OffsetDateTime;
import java.util.List;

/** What the ledger gets to know of a change that was deployed. */
record LedgerRecord(
    String module, String change, String hash, List<String> requires, OffsetDateTime at) {

  /** Hex sha256 of module, change and script hash, as pgpm makes it. */
  String id() {
    return Sha256.hex(module + change + hash);
  }
}
