package dev.pgstow.cli;

import dev.pgstow.migrate.DeployOption;
import dev.pgstow.migrate.ModuleSelection;
import dev.pgstow.migrate.Verifier;
import dev.pgstow.migrate.VerifyRequest;
import dev.pgstow.migrate.VerifyResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgstow verify}. */
@Command(
    name = "verify",
    description = {
      "Runs the verify script of each deployed change, and names all that fail.",
      "What the scripts do is rolled back.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow verify",
      "      the module of this folder",
      "  pgstow verify bookshop -d bookshop_dev",
      "  pgstow verify --workspace --all",
      "",
      "Exit codes: 0 all passed, 1 failed, 2 usage, 3 some change failed, 130 interrupted.",
    })
final class VerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final AllModulesOptions modules = new AllModulesOptions();
  @Mixin private final ScriptOptions scripts = new ScriptOptions();

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Site site = Site.of(surroundings, global, connection);
    List<String> names = modules.names(site.workspace(), site.directory());
    VerifyRequest request =
        new VerifyRequest(
            new ModuleSelection(site.workspace(), site.database(), names, false),
            scripts.limits(),
            scripts.notices ? Set.of(DeployOption.NOTICES) : Set.of());
    Verifier verifier = new Verifier(site.databases());
    VerifyResult result = site.run(verifier::cancel, listener -> verifier.run(request, listener));
    new VerifyPrinter(surroundings.out(), global.json).print(result, "result");
    if (result.failure().isPresent()) {
      throw result.failure().get();
    }
    return 0;
  }
}
