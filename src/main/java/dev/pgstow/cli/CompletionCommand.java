package dev.pgstow.cli;

import dev.pgstow.cli.document.CommandPage;
import dev.pgstow.cli.document.Shell;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pgstow completion}. */
@Command(
    name = "completion",
    description = {
      "Prints a script that teaches a shell to complete pgstow's commands, options and names.",
      "Packages of pgstow install it; otherwise have the shell read it.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow completion bash",
      "      in ~/.bashrc: source <(pgstow completion bash)",
      "  pgstow completion zsh",
      "      in ~/.zshrc, behind compinit: source <(pgstow completion zsh)",
      "  pgstow completion fish",
      "      once: pgstow completion fish > ~/.config/fish/completions/pgstow.fish",
    })
final class CompletionCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Supplier<CommandPage> program;

  @Mixin private final GlobalOptions global = new GlobalOptions();

  @Parameters(
      paramLabel = "SHELL",
      completionCandidates = Choices.Shells.class,
      description = "bash, zsh or fish.")
  private String shell = "";

  CompletionCommand(Surroundings surroundings, Supplier<CommandPage> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() {
    Shell chosen = Shell.ofWord(shell).orElseThrow(this::unknown);
    surroundings.out().print(chosen.script(program.get().withDefault("wizard")));
    return 0;
  }

  private Failure unknown() {
    return Failure.usage(
        "shell-unknown",
        "There is no completion for the shell \"" + Sanitizer.visible(shell) + "\".",
        "There is for bash, zsh and fish.");
  }
}
