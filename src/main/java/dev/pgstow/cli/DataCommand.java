package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.rows.DataExport;
import dev.pgstow.rows.DataPlan;
import dev.pgstow.rows.DataRequest;
import dev.pgstow.rows.DataResult;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow data}. */
@Command(
    name = "data",
    description = {
      "Exports the rows of a database to JSON files, all as of one moment.",
      "Works with any PostgreSQL database; needs no workspace.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow data -d inventory --dry-run",
      "      the tables in dependency order, with rows, size and method; writes nothing",
      "  pgstow data -d inventory --output-dir ./migration-data --jobs 4",
      "  pgstow data -d inventory --resume",
      "      goes on with an export that was interrupted",
      "  pgstow data -d inventory --where \"products=unit_price > 20\" --yes",
      "      in place of the export that is there; the other tables whole",
      "  pgstow data verify ./migration-data",
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 5 declined, 130 interrupted.",
    })
final class DataCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Clock clock;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final DataOptions options = new DataOptions();

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path outputDir = Path.of("migration-data");

  @Option(names = "--dry-run", description = "List the tables; write nothing.")
  private boolean dryRun;

  @Option(names = "--resume", description = "Go on with an export that was interrupted.")
  private boolean resume;

  DataCommand(Surroundings surroundings, Clock clock) {
    this.surroundings = surroundings;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Site site = Site.anywhere(surroundings, global, connection);
    Path directory = site.directory().resolve(outputDir).normalize();
    DataRequest request =
        options.request(
            site.database(),
            directory,
            resume
                ? DataRequest.Start.RESUME
                : global.yes ? DataRequest.Start.REPLACE : DataRequest.Start.FRESH);
    DataExport export = new DataExport(site.databases(), clock);
    DataPrinter printer = new DataPrinter(surroundings.out(), global.json);
    if (dryRun) {
      DataPlan plan = site.run(export::cancel, listener -> export.plan(request));
      printer.print(plan, directory);
      return 0;
    }
    printer.print(run(site, export, request));
    return 0;
  }

  private DataResult run(Site site, DataExport export, DataRequest request) {
    try {
      return site.run(export::cancel, listener -> export.run(request, listener));
    } catch (Failure e) {
      if (!e.ident().equals("export-exists") || !mayReplace(e)) {
        throw e;
      }
    }
    DataRequest replacing = request.with(DataRequest.Start.REPLACE);
    return site.run(export::cancel, listener -> export.run(replacing, listener));
  }

  private boolean mayReplace(Failure exists) {
    try (Prompters prompters = new Prompters(surroundings, global)) {
      return prompters.canAsk()
          && prompters
              .prompter()
              .confirm(
                  new Confirmation(
                      "replace", "--yes", exists.getMessage() + " Replace it?", false));
    }
  }
}
