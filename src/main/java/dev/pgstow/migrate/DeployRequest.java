package dev.pgstow.migrate;

import dev.pgstow.workspace.Reference;
import dev.pgstow.workspace.Workspace;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to deploy, and where to.
 *
 * @param modules names of modules; what they require is deployed before them
 * @param to the last change to deploy; without a module of its own it is the requested one's, of
 *     which there must then be one
 */
public record DeployRequest(
    Workspace workspace,
    String database,
    List<String> modules,
    Optional<Reference> to,
    Set<DeployOption> options,
    SessionLimits limits) {

  /** Copies the collections. */
  public DeployRequest {
    modules = List.copyOf(modules);
    options = Set.copyOf(options);
  }

  /** All changes of some modules, in a transaction for each module. */
  public static DeployRequest of(Workspace workspace, String database, List<String> modules) {
    return new DeployRequest(
        workspace, database, modules, Optional.empty(), Set.of(), SessionLimits.none());
  }

  /** Up to a change. */
  public DeployRequest to(Reference last) {
    return new DeployRequest(workspace, database, modules, Optional.of(last), options, limits);
  }

  /** With options switched on. */
  public DeployRequest with(DeployOption... more) {
    Set<DeployOption> all = EnumSet.noneOf(DeployOption.class);
    all.addAll(options);
    all.addAll(List.of(more));
    return new DeployRequest(workspace, database, modules, to, all, limits);
  }

  /** With limits. */
  public DeployRequest within(SessionLimits other) {
    return new DeployRequest(workspace, database, modules, to, options, other);
  }

  boolean has(DeployOption option) {
    return options.contains(option);
  }
}
