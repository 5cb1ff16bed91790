package dev.pgstow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pgstow} itself; its options are those every command has. */
@Command(
    name = "pgstow",
    synopsisSubcommandLabel = "COMMAND",
    description = "Turns a live PostgreSQL database into versioned, deployable SQL packages.",
    footer = {
      "",
      "Try it:  pgstow demo",
      "",
      "Examples:",
      "  pgstow",
      "      opens the wizard",
      "  pgstow export --database constructive --database-id bookshop --no-input",
      "  pgstow dump --url postgresql://me@db.example.com/inventory --output ./inventory",
      "  pgstow export --help",
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is needed.");
  }
}
