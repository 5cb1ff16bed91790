package dev.pgstow.prove;

import dev.pgstow.export.ExportRequest;
import dev.pgstow.migrate.DeployOption;
import dev.pgstow.migrate.SessionLimits;
import dev.pgstow.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to prove.
 *
 * @param workspace where the modules are, and those they require
 * @param export the request they were exported by
 * @param modules their names, extension first
 * @param options for the deployments; {@link DeployOption#NOTICES} makes sense here
 */
public record ProofRequest(
    Workspace workspace,
    ExportRequest export,
    List<String> modules,
    SessionLimits limits,
    Set<DeployOption> options) {
  /** Copies the collections. */
  public ProofRequest {
    modules = List.copyOf(modules);
    options = Set.copyOf(options);
  }

  /** The modules of an export that are in the workspace, with the server's limits, quietly. */
  public static ProofRequest of(Workspace workspace, ExportRequest export) {
    return new ProofRequest(
        workspace,
        export,
        Stream.of(export.extensionName(), export.metaExtensionName())
            .filter(workspace.modules()::has)
            .toList(),
        SessionLimits.none(),
        Set.of());
  }
}
