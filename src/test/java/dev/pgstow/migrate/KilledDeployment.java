package dev.pgstow.migrate;

import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

/** Deploys the module {@code app} of a workspace to a database; a process of its own. */
final class KilledDeployment {
  private KilledDeployment() {}

  public static void main(String[] args) {
    DeployRequest request =
        DeployRequest.of(Workspace.find(Path.of(args[0])), args[1], List.of("app"));
    System.out.write('.');
    System.out.flush();
    new Deployer(Target.databases())
        .run(
            args.length > 2 ? request.with(DeployOption.NO_TRANSACTION) : request,
            ProgressListener.none());
  }
}
