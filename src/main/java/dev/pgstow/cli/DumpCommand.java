package dev.pgstow.cli;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.dump.DumpEngine;
import dev.pgstow.dump.DumpRequest;
import dev.pgstow.dump.DumpResult;
import dev.pgstow.dump.Layout;
import dev.pgstow.dump.PackageDumpRequest;
import dev.pgstow.dump.StagedDump;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.workspace.ExtensionName;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow dump}. */
@Command(
    name = "dump",
    description = {
      "Writes the SQL of every object of a database to files: tables, views, functions, grants.",
      "Any PostgreSQL 14 to 18. Reads the catalog alone, in one snapshot; no rows, no superuser.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow dump -d inventory",
      "      one object a file below ./schema; psql -1 -v ON_ERROR_STOP=1 -f schema/load.sql",
      "  pgstow dump -d inventory --layout flat --output inventory-schema --schemas public,auth",
      "  pgstow dump -d inventory --layout package --module inventory",
      "      a module in packages/inventory: one change an object, with revert and verify scripts",
      "  pgstow dump -d inventory --force --strict",
      "      again, over what was dumped before; fails if something can't be carried",
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 5 declined or files edited by hand, 130 interrupted.",
    })
final class DumpCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Surroundings surroundings;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder to write; default: ./schema.")
  private @Nullable Path output;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      completionCandidates = Choices.Layouts.class,
      description =
          "per-kind: one object a file (default). flat: one schema.sql. package: a module.")
  private String layout = "per-kind";

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description = "Of --layout package: the module; goes to packages/NAME of the workspace.")
  private @Nullable String module;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Of --layout package: 'Name <email>' for the plan.")
  private @Nullable String author;

  @Option(
      names = "--schemas",
      paramLabel = "NAME",
      split = ",",
      description = "Only these schemas. Comma separated or repeated.")
  private List<String> schemas = List.of();

  @Option(
      names = "--exclude-schemas",
      paramLabel = "NAME",
      split = ",",
      description = "Not these schemas.")
  private List<String> excludedSchemas = List.of();

  @Option(names = "--no-owner", description = "Leave out who owns what.")
  private boolean noOwner;

  @Option(names = "--no-privileges", description = "Leave out grants and default privileges.")
  private boolean noPrivileges;

  @Option(
      names = "--force",
      description = "Write to a folder that is not empty; files of a former dump are replaced.")
  private boolean force;

  @Option(
      names = "--strict",
      description = "Fail, and write nothing, if something can't be carried.")
  private boolean strict;

  DumpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (layout.equals("package")) {
      Site site = Site.anywhere(surroundings, global, connection);
      new PackageDumpRun(surroundings, global, site).run(packaged(site));
      return 0;
    }
    Layout chosen = layout();
    Site site = Site.anywhere(surroundings, global, connection);
    DumpRequest request =
        new DumpRequest(
            site.database(),
            new CatalogOptions(schemas, excludedSchemas, !noOwner, !noPrivileges),
            chosen,
            site.directory().resolve(output == null ? Path.of("schema") : output).normalize(),
            force,
            strict);
    DumpEngine engine = new DumpEngine(site.databases());
    try (StagedDump staged = site.run(engine::cancel, it -> engine.stage(request, it))) {
      agree(staged);
      DumpResult result = site.run(engine::cancel, staged::commit);
      new DumpPrinter(surroundings.out(), global.json, global.verbose)
          .print(result, request.database());
    }
    return 0;
  }

  private PackageDumpRequest packaged(Site site) {
    if (module == null) {
      throw Failure.usage(
          "module-needed", "A package needs the name of its module.", "Give --module NAME.");
    }
    String name = ExtensionName.check(module);
    Path folder =
        output == null
            ? site.workspace().root().resolve("packages").resolve(name)
            : site.directory().resolve(output).normalize();
    return new PackageDumpRequest(
        site.database(),
        new CatalogOptions(schemas, excludedSchemas, !noOwner, !noPrivileges),
        name,
        folder.endsWith(name) ? folder : folder.resolve(name),
        author == null ? new GitAuthor(site.directory(), surroundings.user()).author() : author,
        force,
        strict);
  }

  private Layout layout() {
    return switch (layout) {
      case "per-kind" -> new Layout.PerKind();
      case "flat" -> new Layout.Flat();
      default ->
          throw Failure.usage(
              "layout-unknown",
              "There is no layout \"" + Sanitizer.visible(layout) + "\".",
              "The layouts are per-kind, flat and package.");
    };
  }

  private void agree(StagedDump staged) {
    List<String> edited = staged.edited();
    if (edited.isEmpty() || global.yes) {
      return;
    }
    String what = ProgressText.count(edited.size(), "file");
    surroundings.err().println("Edited by hand since the last dump:");
    edited.stream()
        .limit(SHOWN)
        .forEach(path -> surroundings.err().println("  " + Sanitizer.visible(path)));
    if (edited.size() > SHOWN) {
      surroundings.err().println("  and " + (edited.size() - SHOWN) + " more");
    }
    try (Prompters prompters = new Prompters(surroundings, global)) {
      if (!prompters.canAsk()) {
        throw new Failure(
            ExitCode.DECLINED,
            "hand-edited",
            what + " in " + staged.output() + " edited by hand would be lost: " + first(edited),
            "Say --yes to overwrite. Nothing was changed.",
            null);
      }
      String question = "Overwrite " + what + " in " + staged.output() + "?";
      if (!prompters.prompter().confirm(new Confirmation("overwrite", "--yes", question, false))) {
        throw Failure.declined("declined", "Declined. Nothing was changed.");
      }
    }
  }

  private static String first(List<String> edited) {
    List<String> names = edited.stream().limit(5).map(Sanitizer::visible).toList();
    return String.join(", ", names) + (edited.size() > names.size() ? " …" : "");
  }
}
