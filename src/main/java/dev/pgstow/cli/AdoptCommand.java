package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.drift.AdoptRequest;
import dev.pgstow.drift.AdoptResult;
import dev.pgstow.drift.Adopter;
import dev.pgstow.migrate.DeployResult;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.workspace.Reference;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow adopt}. */
@Command(
    name = "adopt",
    description = {
      "Records a module's changes as deployed in a database that has their objects already.",
      "Runs no deploy script there. Every verify script must pass, and every object must be what",
      "the module makes of it in a scratch database.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow dump -d inventory --layout package --module inventory",
      "  pgstow adopt -d inventory --module inventory",
      "      from then on, pgstow deploy inventory deploys what is added to the module",
      "  pgstow adopt -d inventory --module inventory --to @v1.0.0",
      "",
      "Exit codes: 0 recorded, 1 failed, 2 usage, 3 refused, 130 interrupted.",
    })
final class AdoptCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ScratchOptions scratch = new ScratchOptions();
  @Mixin private final ScriptOptions scripts = new ScriptOptions();

  @Option(
      names = {"--module", "--package"},
      paramLabel = "MODULE",
      description = "The module; default: the one of this folder.")
  private @Nullable String module;

  @Option(
      names = "--to",
      paramLabel = "CHANGE",
      description = "The last change to adopt: a change, @tag.")
  private @Nullable String to;

  AdoptCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Site site = Site.of(surroundings, global, connection);
    String name =
        ModuleOptions.one(Optional.ofNullable(module), site.workspace(), site.directory());
    ConnectionSettings settings = site.settings();
    AdoptRequest request =
        new AdoptRequest(
            site.database(),
            SourceOptions.module(
                site.workspace(), name, Optional.ofNullable(to).map(Reference::parse)),
            scratch.place(surroundings, () -> settings),
            scripts.limits());
    Adopter adopter = new Adopter(new Databases(settings));
    AdoptResult result = site.run(adopter::cancel, listener -> adopter.run(request, listener));
    print(result, request.database());
    return 0;
  }

  private void print(AdoptResult result, String database) {
    if (global.json) {
      ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
      line.put("database", database);
      for (DeployResult.Module each : result.recorded().modules()) {
        each.deployed().forEach(line.withObject("/recorded").withArray(each.name())::add);
      }
      line.put("compared", result.compared());
      result.unchecked().forEach(line.putArray("unchecked")::add);
      surroundings
          .out()
          .println(JsonLine.of(line.put("milliseconds", result.elapsed().toMillis())));
      return;
    }
    for (DeployResult.Module each : result.recorded().modules()) {
      surroundings
          .out()
          .println(
              "Recorded "
                  + ProgressText.count(each.deployed().size(), "change")
                  + " of "
                  + Sanitizer.visible(each.name())
                  + " as deployed in "
                  + Sanitizer.visible(database)
                  + (each.skipped() > 0
                      ? " (" + ProgressText.count(each.skipped()) + " were recorded before)"
                      : ""));
    }
    surroundings
        .out()
        .println(
            "Every object is what the module makes: "
                + ProgressText.count(result.compared(), "object")
                + " compared in "
                + ProgressText.time(result.elapsed()));
  }
}
