package dev.pgstow.cli;

import dev.pgstow.migrate.DeployOption;
import dev.pgstow.migrate.DeployRequest;
import dev.pgstow.migrate.DeployResult;
import dev.pgstow.migrate.Deployer;
import dev.pgstow.migrate.ModuleSelection;
import dev.pgstow.migrate.Verifier;
import dev.pgstow.migrate.VerifyRequest;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.postgres.Databases;
import dev.pgstow.workspace.Reference;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow deploy}. */
@Command(
    name = "deploy",
    description = {
      "Deploys a module, and before it all that it requires; then verifies them.",
      "What the database has already is skipped. Each module is one transaction.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow deploy bookshop -d bookshop_dev --createdb",
      "  pgstow deploy --to @v1.0.0",
      "      the module of this folder, up to a tag",
      "  pgstow deploy --workspace --all",
      "  pgstow deploy bookshop --no-tx --lock-timeout 5s",
      "      for CREATE INDEX CONCURRENTLY and the like",
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 3 deployed but not verified, 130 interrupted.",
    })
final class DeployCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final AllModulesOptions modules = new AllModulesOptions();
  @Mixin private final ScriptOptions scripts = new ScriptOptions();

  @Option(names = "--createdb", description = "Make the database if it is missing.")
  private boolean createDatabase;

  @Option(
      names = "--to",
      paramLabel = "CHANGE",
      description = "The last change to deploy: a change, @tag, HEAD^2, module:@tag.")
  private @Nullable String to;

  @Option(
      names = "--log-only",
      description = "Record the changes as deployed without running their scripts.")
  private boolean logOnly;

  @Option(
      names = "--no-tx",
      description = "Run each statement on its own; what a failure leaves behind stays.")
  private boolean noTransaction;

  @Option(
      names = "--strict",
      description = "Fail if the script of a deployed change has changed since.")
  private boolean strict;

  DeployCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Site site = Site.of(surroundings, global, connection);
    List<String> names = modules.names(site.workspace(), site.directory());
    DeployRequest request =
        new DeployRequest(
            site.workspace(),
            site.database(),
            names,
            Optional.ofNullable(to).map(Reference::parse),
            options(),
            scripts.limits());
    Databases databases = site.databases();
    Deployer deployer = new Deployer(databases);
    DeployResult deployed = site.run(deployer::cancel, listener -> deployer.run(request, listener));
    new DeployPrinter(surroundings.out(), global.json).print(deployed, request.database());
    verify(site, databases, request);
    return 0;
  }

  private void verify(Site site, Databases databases, DeployRequest request) {
    Verifier verifier = new Verifier(databases);
    VerifyRequest verification =
        new VerifyRequest(
            new ModuleSelection(request.workspace(), request.database(), request.modules(), true),
            request.limits(),
            request.options());
    VerifyResult verified =
        site.run(verifier::cancel, listener -> verifier.run(verification, listener));
    new VerifyPrinter(surroundings.out(), global.json).print(verified, "verification");
    if (verified.failure().isPresent()) {
      throw verified.failure().get();
    }
  }

  private Set<DeployOption> options() {
    Set<DeployOption> options = EnumSet.noneOf(DeployOption.class);
    add(options, createDatabase, DeployOption.CREATE_DATABASE);
    add(options, logOnly, DeployOption.LOG_ONLY);
    add(options, noTransaction, DeployOption.NO_TRANSACTION);
    add(options, strict, DeployOption.STRICT);
    add(options, scripts.notices, DeployOption.NOTICES);
    return options;
  }

  private static void add(Set<DeployOption> options, boolean on, DeployOption option) {
    if (on) {
      options.add(option);
    }
  }
}
