package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgstow wizard}, and {@code pgstow} alone. */
@Command(
    name = "wizard",
    description = {
      "Leads through an export on full screens; pgstow alone opens it.",
      "Choose, review, see what will change, confirm, watch. Every flag given answers its question.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow",
      "  pgstow wizard --database constructive --author 'Ada <ada@example.com>'",
      "  pgstow --graphql-endpoint https://api.example.com/graphql",
      "      reads through a GraphQL API instead of SQL; asks for the token",
      "  pgstow --plain",
      "      the same questions line by line, for screen readers and plain terminals",
      "",
      "Keys: arrows or j k, Enter accepts, Shift-Tab goes back, / filters, ? shows all keys.",
    })
final class WizardCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final GraphQlOptions graphQl = new GraphQlOptions();
  @Mixin private final ExportOptions export = new ExportOptions();

  WizardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (WizardRun.isUnattended(surroundings, global)) {
      if (!global.json) {
        new PgstowCommandLine(surroundings).usage();
      }
      throw Failure.usage(
          "no-terminal",
          "The wizard needs a terminal to ask on, and there is none.",
          "Use pgstow export with flags; pgstow --help lists the commands.");
    }
    if (graphQl.isGiven()) {
      connection.requireNone("--graphql-endpoint");
    }
    new WizardRun(surroundings, global, export).run(connection.settings(surroundings), graphQl);
    return 0;
  }
}
