package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.Requires;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of an export: those that answer questions, and those that have none. */
final class ExportOptions {
  @Option(
      names = "--database-id",
      paramLabel = "NAME|UUID",
      description = "Which row of metaschema_public.database, by name or id.")
  private @Nullable List<String> databaseIds;

  @Option(names = "--author", paramLabel = "NAME", description = "'Name <email>' for the plans.")
  private @Nullable String author;

  @Option(
      names = "--extension-name",
      paramLabel = "NAME",
      description = "Name of the extension module, and prefix of portable schema names.")
  private @Nullable String extensionName;

  @Option(
      names = "--meta-extension-name",
      paramLabel = "NAME",
      description = "Name of the service module.")
  private @Nullable String metaExtensionName;

  @Option(
      names = "--schemas",
      paramLabel = "NAME",
      split = ",",
      description = "Schemas to export; the others are left out. Comma separated or repeated.")
  private @Nullable List<String> schemas;

  @Option(
      names = "--keep-unselected",
      description = "Export the other schemas too, under their internal names.")
  boolean keepUnselected;

  @Option(
      names = "--outdir",
      paramLabel = "DIR",
      description = "Folder the modules go into; default: packages/ of the workspace.")
  private @Nullable Path outdir;

  @Option(
      names = "--service-outdir",
      paramLabel = "DIR",
      description = "Folder the service module goes into, if another.")
  private @Nullable Path serviceOutdir;

  @Option(names = "--repo-name", paramLabel = "NAME", description = "Repository in package.json.")
  @Nullable String repoName;

  @Option(names = "--username", paramLabel = "NAME", description = "Its owner.")
  @Nullable String username;

  @Option(names = "--skip-schema-renaming", description = "Leave schema names as they are.")
  boolean skipSchemaRenaming;

  @Option(
      names = "--exclude-categories",
      paramLabel = "NAME",
      split = ",",
      description = "Leave out actions of these categories.")
  List<String> excludeCategories = List.of();

  @Option(
      names = "--requires",
      paramLabel = "auto|pgpm|a,b,c",
      completionCandidates = Choices.Requirements.class,
      defaultValue = "auto",
      description = "What the control files require: what is needed (auto), pgpm's list, or yours.")
  private String requires = "auto";

  @Option(
      names = "--meta-schema",
      paramLabel = "NAME",
      split = ",",
      description = "A further schema with metadata tables.")
  List<String> metaSchemas = List.of();

  @Option(
      names = "--exclude-table",
      paramLabel = "SCHEMA.TABLE",
      split = ",",
      description = "Leave out this metadata table.")
  List<String> excludeTables = List.of();

  @Option(
      names = "--include-secrets",
      description = "Export columns that look like secrets and have values.")
  boolean includeSecrets;

  @Option(names = "--keep-timestamps", description = "Export created_at and updated_at.")
  boolean keepTimestamps;

  @Option(names = "--no-overwrite", description = "Stop if a module is there already (exit 5).")
  boolean noOverwrite;

  @Option(names = "--dry-run", description = "Show what would change; write nothing.")
  boolean dryRun;

  @Option(
      names = "--install-modules",
      description = "Install required pgpm modules the workspace lacks, with npm.")
  boolean installModules;

  /**
   * Refuses flags that contradict each other.
   *
   * @throws Failure {@code flags-contradict}
   */
  void check(GlobalOptions global) {
    if (noOverwrite && global.yes) {
      throw Failure.usage(
          "flags-contradict",
          "--no-overwrite and --yes contradict each other.",
          "Give one of them.");
    }
  }

  /** What the flags answer. */
  Answers answers(Optional<String> database) {
    if (databaseIds != null && databaseIds.size() > 1) {
      throw Failure.usage(
          "database-id-several",
          "--database-id takes one name or uuid; " + databaseIds.size() + " were given.",
          "Export them one after the other.");
    }
    Answers answers = Answers.none();
    answers = with(answers, ExportQuestions.DATABASE, database);
    answers =
        with(
            answers,
            ExportQuestions.DATABASE_ID,
            Optional.ofNullable(databaseIds).map(l -> l.get(0)));
    answers = with(answers, ExportQuestions.AUTHOR, Optional.ofNullable(author));
    answers = with(answers, ExportQuestions.EXTENSION_NAME, Optional.ofNullable(extensionName));
    answers =
        with(answers, ExportQuestions.META_EXTENSION_NAME, Optional.ofNullable(metaExtensionName));
    if (schemas != null) {
      List<String> names = new ArrayList<>(schemas);
      names.removeIf(String::isBlank);
      answers =
          answers.with(
              ExportQuestions.SCHEMAS,
              names.stream().map(String::strip).toList(),
              Answers.Origin.FLAG);
    }
    return keepUnselected
        ? answers.with(ExportQuestions.KEEP_UNSELECTED, "true", Answers.Origin.FLAG)
        : answers;
  }

  /** The database_id that is given, by name or uuid. */
  Optional<String> databaseId() {
    return Optional.ofNullable(databaseIds).flatMap(ids -> ids.stream().findFirst());
  }

  /** Takes this database_id unless another is given. */
  void preferDatabaseId(String name) {
    if (databaseIds == null) {
      databaseIds = List.of(name);
    }
  }

  private static Answers with(Answers answers, String id, Optional<String> value) {
    return value.map(text -> answers.with(id, text, Answers.Origin.FLAG)).orElse(answers);
  }

  Requires requires() {
    return switch (requires) {
      case "auto" -> new Requires.Auto();
      case "pgpm" -> new Requires.Pgpm();
      default -> {
        List<String> names = new ArrayList<>();
        for (String name : requires.split(",", -1)) {
          if (name.isBlank() || !name.strip().matches("[^\\s'\"\\\\#]+")) {
            throw Failure.usage(
                "requires-invalid",
                "--requires: \"" + name + "\" is no name of an extension or a module.",
                "Separate the names by commas, without quotes.");
          }
          names.add(name.strip());
        }
        yield new Requires.Listed(names);
      }
    };
  }

  /** The output folders that are given. */
  List<Path> outputFolders(Path directory) {
    return Stream.of(outdir(), serviceOutdir())
        .flatMap(Optional::stream)
        .map(folder -> directory.resolve(folder).normalize())
        .toList();
  }

  Optional<Path> outdir() {
    return Optional.ofNullable(outdir);
  }

  Optional<Path> serviceOutdir() {
    return Optional.ofNullable(serviceOutdir);
  }
}
