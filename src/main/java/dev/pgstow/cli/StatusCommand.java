package dev.pgstow.cli;

import dev.pgstow.migrate.ModuleSelection;
import dev.pgstow.migrate.ModuleStatus;
import dev.pgstow.migrate.StatusReader;
import dev.pgstow.migrate.StatusRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow status}, and {@code pgstow migrate status}. */
@Command(
    name = "status",
    description = {
      "Tells what is deployed, what is pending, the current tag, and which scripts have changed.",
      "Outside of a module: of every module of the workspace.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow status -d bookshop_dev",
      "  pgstow status bookshop --json",
      "  pgstow status --workspace --all --no-scripts",
    })
final class StatusCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final AllModulesOptions modules = new AllModulesOptions();

  @Option(
      names = "--no-scripts",
      description = "Leave scripts unread: quicker, and silent on what has changed in them.")
  private boolean noScripts;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Site site = Site.of(surroundings, global, connection);
    StatusRequest request =
        new StatusRequest(
            new ModuleSelection(site.workspace(), site.database(), names(site), false), !noScripts);
    StatusReader reader = new StatusReader(site.databases());
    List<ModuleStatus> statuses = site.run(reader::cancel, listener -> reader.run(request));
    new StatusPrinter(surroundings.out(), global.json, global.verbose).print(statuses);
    return 0;
  }

  private List<String> names(Site site) {
    boolean everywhere =
        modules.isSilent() && ModuleOptions.here(site.workspace(), site.directory()).isEmpty();
    return everywhere
        ? AllModulesOptions.every(site.workspace())
        : modules.names(site.workspace(), site.directory());
  }
}
