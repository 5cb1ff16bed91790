package dev.pgstow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pgstow migrate}: pgpm's place for {@code status}. */
@Command(
    name = "migrate",
    description = "pgpm's place for status.",
    footer = {"", "Examples:", "  pgstow migrate status"})
final class MigrateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is needed: status.");
  }
}
