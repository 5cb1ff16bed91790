package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportRequestBuilder;
import dev.pgstow.prompt.Answers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Flags and answers to a request. */
final class RequestBuilder {
  private final ExportOptions options;
  private final Path directory;
  private final Path packages;

  /**
   * Requests for a workspace.
   *
   * @param directory what relative folders are relative to
   * @param packages where modules go by default
   */
  RequestBuilder(ExportOptions options, Path directory, Path packages) {
    this.options = options;
    this.directory = directory;
    this.packages = packages;
  }

  /**
   * The request.
   *
   * @param allSchemas all schema names of the database: ticking all of them is choosing none
   */
  ExportRequest request(Answers answers, List<String> allSchemas, boolean includeSecrets) {
    Path outdir = options.outdir().map(this::resolve).orElse(packages);
    ExportRequestBuilder builder =
        ExportRequest.builder(
                UUID.fromString(answers.text(ExportQuestions.DATABASE_ID).orElseThrow()))
            .author(answers.text(ExportQuestions.AUTHOR).orElse(""))
            .extensionName(answers.text(ExportQuestions.EXTENSION_NAME).orElse(""))
            .metaExtensionName(answers.text(ExportQuestions.META_EXTENSION_NAME).orElse(""))
            .outdir(outdir)
            .serviceOutdir(options.serviceOutdir().map(this::resolve).orElse(outdir))
            .keepUnselected(answers.isOn(ExportQuestions.KEEP_UNSELECTED))
            .skipSchemaRenaming(options.skipSchemaRenaming)
            .excludeCategories(options.excludeCategories)
            .requires(options.requires())
            .extraMetaSchemas(options.metaSchemas)
            .excludeTables(options.excludeTables)
            .includeSecrets(includeSecrets || options.includeSecrets)
            .keepTimestamps(options.keepTimestamps);
    answers
        .list(ExportQuestions.SCHEMAS)
        .filter(schemas -> !schemas.containsAll(allSchemas))
        .ifPresent(schemas -> builder.schemas(inOrder(schemas, allSchemas)));
    Optional.ofNullable(options.repoName).ifPresent(builder::repoName);
    Optional.ofNullable(options.username).ifPresent(builder::username);
    return builder.build();
  }

  /** The order the schemas were named in makes no difference, also not in the module's manifest. */
  private static List<String> inOrder(List<String> schemas, List<String> all) {
    return Stream.concat(all.stream().filter(schemas::contains), schemas.stream())
        .distinct()
        .toList();
  }

  /** The request with these metadata tables left out. */
  static ExportRequest without(ExportRequest request, List<String> excludeTables) {
    return new ExportRequest(
        request.databaseId(),
        request.author(),
        request.extensionName(),
        request.metaExtensionName(),
        request.outdir(),
        request.serviceOutdir(),
        request.schemas(),
        request.keepUnselected(),
        request.skipSchemaRenaming(),
        request.excludeCategories(),
        request.requires(),
        request.extraMetaSchemas(),
        excludeTables,
        request.includeSecrets(),
        request.keepTimestamps(),
        request.repoName(),
        request.username());
  }

  private Path resolve(Path folder) {
    return directory.resolve(folder).normalize();
  }
}
