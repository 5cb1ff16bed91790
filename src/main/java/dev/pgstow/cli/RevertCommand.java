package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.DeployOption;
import dev.pgstow.migrate.RevertRequest;
import dev.pgstow.migrate.RevertResult;
import dev.pgstow.migrate.RevertScope;
import dev.pgstow.migrate.Reverter;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Confirmation;
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

/** {@code pgstow revert}. */
@Command(
    name = "revert",
    description = {
      "Reverts the last deployed change of a module, all behind a change, or all of it.",
      "Names what will go and asks first. What other modules require is not reverted.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow revert",
      "      the last change of the module of this folder",
      "  pgstow revert bookshop --to @v1.0.0",
      "      the tagged change stays",
      "  pgstow revert bookshop-service --all --yes",
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 5 declined, 130 interrupted.",
    })
final class RevertCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ModuleOptions module = new ModuleOptions();
  @Mixin private final ScriptOptions scripts = new ScriptOptions();

  @Option(
      names = "--to",
      paramLabel = "CHANGE",
      description = "Revert what was deployed after this change or @tag, which stays.")
  private @Nullable String to;

  @Option(names = "--all", description = "Revert all of the module.")
  private boolean all;

  @Option(
      names = "--log-only",
      description = "Remove the changes from the record without running their scripts.")
  private boolean logOnly;

  @Option(
      names = "--no-tx",
      description = "Run each statement on its own; what a failure leaves behind stays.")
  private boolean noTransaction;

  RevertCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Site site = Site.of(surroundings, global, connection);
    RevertRequest request =
        new RevertRequest(
            site.workspace(),
            site.database(),
            module.one(site.workspace(), site.directory()),
            scope(Optional.ofNullable(to).map(Reference::parse)),
            options(),
            scripts.limits(),
            Optional.empty());
    Reverter reverter = new Reverter(site.databases());
    List<String> going = site.run(reverter::cancel, listener -> reverter.preview(request));
    if (!going.isEmpty()) {
      agree(request, going);
    }
    RevertRequest agreed = request.confirmed(going);
    RevertResult result = site.run(reverter::cancel, listener -> reverter.run(agreed, listener));
    new RevertPrinter(surroundings.out(), global.json).print(result, request.database());
    return 0;
  }

  private RevertScope scope(Optional<Reference> after) {
    if (after.isPresent() && all) {
      throw Failure.usage("scope-twice", "--to and --all exclude each other.", "Give one.");
    }
    if (after.isPresent()) {
      return new RevertScope.After(after.get());
    }
    return all ? new RevertScope.All() : new RevertScope.Last();
  }

  private Set<DeployOption> options() {
    Set<DeployOption> options = EnumSet.noneOf(DeployOption.class);
    if (logOnly) {
      options.add(DeployOption.LOG_ONLY);
    }
    if (noTransaction) {
      options.add(DeployOption.NO_TRANSACTION);
    }
    if (scripts.notices) {
      options.add(DeployOption.NOTICES);
    }
    return options;
  }

  private void agree(RevertRequest request, List<String> going) {
    if (global.yes) {
      return;
    }
    String what = ProgressText.count(going.size(), "change") + " of " + request.module();
    surroundings.err().println("Would revert " + Sanitizer.visible(what) + ":");
    going.stream()
        .limit(SHOWN)
        .forEach(change -> surroundings.err().println("  " + Sanitizer.visible(change)));
    if (going.size() > SHOWN) {
      surroundings.err().println("  and " + (going.size() - SHOWN) + " more");
    }
    try (Prompters prompters = new Prompters(surroundings, global)) {
      String question = "Revert " + what + " in the database " + request.database() + "?";
      if (!prompters.prompter().confirm(new Confirmation("revert", "--yes", question, false))) {
        throw Failure.declined("declined", "Declined. Nothing was changed.");
      }
    }
  }
}
