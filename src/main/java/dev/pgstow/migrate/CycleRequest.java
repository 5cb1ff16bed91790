package dev.pgstow.migrate;

import dev.pgstow.workspace.Workspace;
import java.util.List;
import java.util.Set;

/**
 * Modules to test: by {@link FullCycle} each in a scratch database of its own, by {@link
 * ModuleCycle} together.
 *
 * @param fullCycle deploy, verify, revert, and deploy again; else deploy and verify
 * @param continueOnFail test the modules after one that failed too
 * @param options for the deployments
 */
public record CycleRequest(
    Workspace workspace,
    List<String> modules,
    boolean fullCycle,
    boolean continueOnFail,
    Set<DeployOption> options,
    SessionLimits limits) {
  /** Copies the collections. */
  public CycleRequest {
    modules = List.copyOf(modules);
    options = Set.copyOf(options);
  }

  /** The same, of one module alone. */
  CycleRequest only(String module) {
    return new CycleRequest(workspace, List.of(module), fullCycle, continueOnFail, options, limits);
  }
}
