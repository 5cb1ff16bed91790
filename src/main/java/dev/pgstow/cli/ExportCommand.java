package dev.pgstow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgstow export}. */
@Command(
    name = "export",
    description = {
      "Exports one database of a Constructive server to two pgpm modules.",
      "The extension module holds its migrations, the service module the metadata that describes it.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow export",
      "      asks for what is missing",
      "  pgstow export -d constructive --database-id bookshop --extension-name bookshop --no-input",
      "  pgstow export -d constructive --database-id bookshop --dry-run",
      "      shows what would change",
      "  PGSTOW_TOKEN=… pgstow export --graphql-endpoint https://api.example.com/graphql",
      "      reads through a GraphQL API instead of SQL",
      "  PGSERVICE=staging pgstow export -d constructive --database-id pets --yes",
      "",
      "Connection: flags, DATABASE_URL, PGHOST and the other libpq variables, service files, .pgpass.",
      "Exit codes: 0 done, 1 failed, 2 usage, 5 declined, 130 interrupted.",
    })
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final GraphQlOptions graphQl = new GraphQlOptions();
  @Mixin private final ExportOptions export = new ExportOptions();

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    graphQl.check();
    ExportRun run = new ExportRun(surroundings, global, export);
    if (graphQl.isGiven()) {
      connection.requireNone("--graphql-endpoint");
      run.run(graphQl.entry(surroundings, global, export.databaseId()).origin());
    } else {
      run.run(connection.settings(surroundings));
    }
    return 0;
  }
}
