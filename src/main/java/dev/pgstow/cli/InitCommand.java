package dev.pgstow.cli;

import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pgstow init}. */
@Command(
    name = "init",
    description = "Makes a workspace: pgpm.json and packages/.",
    footer = {"", "Examples:", "  pgstow init", "  pgstow init ~/src/my-modules"})
final class InitCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "Where; default: here.")
  private @Nullable Path folder;

  InitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path directory = global.directory(surroundings);
    Workspace workspace =
        Workspace.init(Optional.ofNullable(folder).map(directory::resolve).orElse(directory));
    surroundings
        .out()
        .println(
            global.json
                ? JsonResult.of("workspace", List.of(workspace.root().toString()))
                : "Made a workspace in " + workspace.root());
    return 0;
  }
}
