package dev.pgstow.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pgstow admin-users}. */
@Command(
    name = "admin-users",
    description = "The roles that Constructive's modules grant to.",
    footer = {"", "Examples:", "  pgstow admin-users bootstrap"})
final class AdminUsersCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is needed: bootstrap.");
  }
}
