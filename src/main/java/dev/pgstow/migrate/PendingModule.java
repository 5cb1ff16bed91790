package dev.pgstow.migrate;

import java.util.List;
import java.util.Map;

/**
 * What is to be deployed of a module.
 *
 * @param deployed what the ledger has of it
 * @param pending in plan order
 */
record PendingModule(
    ModulePlan plan, Map<String, DeployedChange> deployed, List<PendingChange> pending) {
  PendingModule {
    pending = List.copyOf(pending);
  }

  String name() {
    return plan.name();
  }
}
