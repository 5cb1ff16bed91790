package dev.pgstow.cli;

import dev.pgstow.migrate.DeployOption;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.ScratchPlace;
import dev.pgstow.prove.ExportedPair;
import dev.pgstow.prove.ProofRequest;
import dev.pgstow.prove.ProofResult;
import dev.pgstow.prove.Prover;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.SqlSource;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgstow prove}. */
@Command(
    name = "prove",
    description = {
      "Proves both modules of an export against their source, in a scratch database.",
      "Deploys them there, verifies, reverts, deploys again, and compares the metadata rows with",
      "the source's, value by value, and the objects of the exported schemas, renamed, one by one.",
      "The database is the source; by default the one the modules were exported from.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow prove",
      "      the modules of the workspace's only export, or of the one in this folder",
      "  pgstow prove bookshop --host db.example.com",
      "  pgstow prove bookshop --scratch-here",
      "      where modules need extensions that the embedded server lacks",
      "  pgstow prove bookshop --scratch-url postgresql://me@localhost:5433",
      "",
      "Exit codes: 0 proved, 1 could not be tried, 2 usage, 3 not proved, 130 interrupted.",
    })
final class ProveCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ModuleOptions module = new ModuleOptions();
  @Mixin private final ScratchOptions scratch = new ScratchOptions();
  @Mixin private final ScriptOptions scripts = new ScriptOptions();

  ProveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Site site = Site.of(surroundings, global, connection);
    ExportedPair pair = ExportedPair.find(site.workspace(), named(site));
    String database = site.chosenDatabase().or(() -> recorded(pair)).orElseGet(site::database);
    ConnectionSettings settings = site.settings();
    ScratchPlace place = scratch.place(surroundings, () -> settings);
    ProofRequest all = ProofRequest.of(site.workspace(), pair.request());
    ProofRequest request =
        new ProofRequest(
            all.workspace(),
            all.export(),
            all.modules(),
            scripts.limits(),
            scripts.notices ? Set.of(DeployOption.NOTICES) : Set.of());
    ProofResult result;
    Databases databases = new Databases(settings);
    try (ExportSource source = new SqlSource(databases.connect(database))) {
      Prover prover = new Prover(source, place, () -> databases.connect(database));
      result = site.run(prover::cancel, listener -> prover.run(request, listener));
    }
    new ProofPrinter(surroundings.out(), global.json, global.verbose).print(result);
    if (result.failure().isPresent()) {
      throw result.failure().get();
    }
    return 0;
  }

  /** The module that is named, else the exported one whose folder this is. */
  private Optional<String> named(Site site) {
    Workspace workspace = site.workspace();
    return module
        .given()
        .or(
            () ->
                ModuleOptions.here(workspace, site.directory())
                    .filter(
                        name ->
                            workspace.modules().find(name).flatMap(Module::origin).isPresent()));
  }

  /** The database of {@code user@host:port/database}. */
  private static Optional<String> recorded(ExportedPair pair) {
    String source = pair.source();
    return Optional.of(source.substring(source.lastIndexOf('/') + 1))
        .filter(name -> !name.isEmpty() && name.length() < source.length());
  }
}
