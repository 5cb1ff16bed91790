package dev.pgstow.migrate;

import dev.pgstow.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to revert.
 *
 * @param module name of the module
 * @param options of these, {@link DeployOption#NO_TRANSACTION}, {@link DeployOption#LOG_ONLY} and
 *     {@link DeployOption#NOTICES} are heard
 * @param confirmed the changes somebody agreed to, as {@link Reverter#preview} named them; if
 *     given, nothing else is reverted
 */
public record RevertRequest(
    Workspace workspace,
    String database,
    String module,
    RevertScope scope,
    Set<DeployOption> options,
    SessionLimits limits,
    Optional<List<String>> confirmed) {

  /** Copies the collections. */
  public RevertRequest {
    options = Set.copyOf(options);
    confirmed = confirmed.map(List::copyOf);
  }

  /** In one transaction. */
  public static RevertRequest of(
      Workspace workspace, String database, String module, RevertScope scope) {
    return new RevertRequest(
        workspace, database, module, scope, Set.of(), SessionLimits.none(), Optional.empty());
  }

  /** Agreed to. */
  public RevertRequest confirmed(List<String> changes) {
    return new RevertRequest(
        workspace, database, module, scope, options, limits, Optional.of(changes));
  }

  boolean has(DeployOption option) {
    return options.contains(option);
  }
}
