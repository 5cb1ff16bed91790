package dev.pgstow.migrate;

import java.util.List;
import java.util.Optional;

/**
 * How a module's plan and a database's ledger compare. Changes are named without their module, in
 * plan order.
 *
 * @param deployed changes of the plan that are deployed
 * @param pending changes of the plan that are not
 * @param last the last change of the plan that is deployed
 * @param tag the last tag at or before it, without {@code @}
 * @param unplanned deployed, but not in the plan
 * @param unfinished begun without a transaction and not finished
 * @param changedScripts deployed with another script than there is now; empty if not asked for
 * @param emptyVerifies changes of the plan without a verify script that says anything; empty if not
 *     asked for
 * @param trivialVerifies changes of the plan whose verify script selects constants only; empty if
 *     not asked for
 */
public record ModuleStatus(
    String module,
    List<DeployedChange> deployed,
    List<String> pending,
    Optional<DeployedChange> last,
    Optional<String> tag,
    List<String> unplanned,
    List<String> unfinished,
    List<String> changedScripts,
    List<String> emptyVerifies,
    List<String> trivialVerifies) {

  /** Copies the lists. */
  public ModuleStatus {
    deployed = List.copyOf(deployed);
    pending = List.copyOf(pending);
    unplanned = List.copyOf(unplanned);
    unfinished = List.copyOf(unfinished);
    changedScripts = List.copyOf(changedScripts);
    emptyVerifies = List.copyOf(emptyVerifies);
    trivialVerifies = List.copyOf(trivialVerifies);
  }
}
