package dev.pgstow.cli;

import dev.pgstow.config.ConfigPlaces;
import dev.pgstow.config.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgstow config}. */
@Command(
    name = "config",
    description = {
      "Shows what is configured and where each value comes from.",
      "That is the command line, the environment, pgstow.toml (or the key pgstow of pgpm.json) of",
      "the workspace, or the user's own config.toml.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow config",
      "  pgstow config --json",
      "  pgstow config --url postgresql://me@db.example.com/inventory",
      "      what would be connected to with this flag",
      "",
      "Exit codes: 0 done, 2 a file that can't be understood or has settings nobody knows.",
    })
final class ConfigCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final ConfigCheck check;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  ConfigCommand(Surroundings surroundings, ConfigCheck check) {
    this.surroundings = surroundings;
    this.check = check;
  }

  @Override
  public Integer call() {
    ConfigPlaces places =
        new ConfigPlaces(
            global.directory(surroundings),
            surroundings.environment(),
            surroundings.home(),
            surroundings.user());
    Configuration configuration = places.read();
    check.check(configuration.files());
    ConfigReport report =
        ConfigReport.of(
            configuration, places, connection.explain(surroundings), surroundings.environment());
    new ConfigPrinter(surroundings.out(), global.json).print(report);
    return 0;
  }
}
