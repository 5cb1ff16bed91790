package dev.pgstow.cli;

import dev.pgstow.workspace.Staging;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow recover}. */
@Command(
    name = "recover",
    description = {
      "Finishes or undoes an interrupted export and removes what it left.",
      "Every other command does this first.",
    },
    footer = {"", "Examples:", "  pgstow recover", "  pgstow recover --outdir ../elsewhere"})
final class RecoverCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Option(
      names = {"--outdir", "--service-outdir"},
      paramLabel = "DIR",
      description = "Look in this folder too.")
  private List<Path> folders = List.of();

  RecoverCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path directory = global.directory(surroundings);
    Workspace workspace = Workspace.find(directory);
    List<Path> recovered =
        Staging.recover(
            workspace.root(),
            folders.stream().map(folder -> directory.resolve(folder).normalize()).toList());
    if (global.json) {
      surroundings
          .out()
          .println(JsonResult.of("recovered", recovered.stream().map(Path::toString).toList()));
      return 0;
    }
    if (recovered.isEmpty()) {
      surroundings.out().println("Nothing to recover.");
    }
    recovered.forEach(folder -> surroundings.out().println("Recovered " + folder));
    return 0;
  }
}
