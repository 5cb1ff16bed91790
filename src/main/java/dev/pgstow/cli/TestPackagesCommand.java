package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import dev.pgstow.migrate.CycleRequest;
import dev.pgstow.migrate.CycleResult;
import dev.pgstow.migrate.DeployOption;
import dev.pgstow.migrate.FullCycle;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow test-packages}. */
@Command(
    name = "test-packages",
    description = {
      "Deploys and verifies each module in a scratch database of its own, which is dropped.",
      "With --full-cycle it is reverted and deployed again too. Of all modules of a workspace, the",
      "installed ones are tested only as far as others require them.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow test-packages --full-cycle",
      "      the module of this folder",
      "  pgstow test-packages --full-cycle --workspace --all --continue-on-fail",
      "  pgstow test-packages --workspace --all --exclude bookshop-service",
      "",
      "Exit codes: 0 all passed, 1 failed, 2 usage, 3 some module failed, 130 interrupted.",
    })
final class TestPackagesCommand implements Callable<Integer> {
  private static final int NEAR = 3;

  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final AllModulesOptions modules = new AllModulesOptions();
  @Mixin private final ScriptOptions scripts = new ScriptOptions();

  @Option(names = "--full-cycle", description = "Deploy, verify, revert, and deploy again.")
  private boolean fullCycle;

  @Option(
      names = "--exclude",
      paramLabel = "MODULE",
      split = ",",
      description = "Leave out a module. Comma separated or repeated.")
  private List<String> exclude = List.of();

  @Option(names = "--continue-on-fail", description = "Test the modules after one that failed too.")
  private boolean continueOnFail;

  TestPackagesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Site site = Site.of(surroundings, global, connection);
    CycleRequest request =
        new CycleRequest(
            site.workspace(),
            names(site),
            fullCycle,
            continueOnFail,
            scripts.notices ? Set.of(DeployOption.NOTICES) : Set.of(),
            scripts.limits());
    FullCycle cycle = new FullCycle(ScratchServer.on(site.databases()));
    CycleResult result = site.run(cycle::cancel, listener -> cycle.run(request, listener));
    new CyclePrinter(surroundings.out(), global.json).print(result);
    if (result.failure().isPresent()) {
      throw result.failure().get();
    }
    return 0;
  }

  private List<String> names(Site site) {
    Workspace workspace = site.workspace();
    List<String> names =
        modules.isAll() ? own(workspace) : modules.names(workspace, site.directory());
    exclude.forEach(name -> checkKnown(workspace, name));
    List<String> left = names.stream().filter(name -> !exclude.contains(name)).toList();
    if (left.isEmpty()) {
      throw Failure.failed(
          "nothing-to-test",
          "No module is left to test in " + workspace.root() + ".",
          "See \"packages\" in its pgpm.json, and --exclude.");
    }
    return left;
  }

  private static List<String> own(Workspace workspace) {
    Path installed = workspace.root().resolve(workspace.extensionsDir());
    return workspace.modules().all().stream()
        .filter(module -> !module.directory().startsWith(installed))
        .map(Module::name)
        .distinct()
        .sorted()
        .toList();
  }

  private static void checkKnown(Workspace workspace, String name) {
    if (!workspace.modules().has(name)) {
      throw Failure.usage(
          "module-unknown",
          "There is no module \"" + name + "\" in the workspace to exclude.",
          "Nearest names: "
              + String.join(", ", NearNames.to(name, workspace.modules().names(), NEAR))
              + ".");
    }
  }
}
