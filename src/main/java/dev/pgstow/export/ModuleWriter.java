package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.RequirementScan;
import dev.pgstow.source.SourceDescription;
import dev.pgstow.workspace.ModuleSpec;
import dev.pgstow.workspace.StagedModule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Finishes the staged modules: what they require, and what their own files say. */
final class ModuleWriter {
  private final ExportRequest request;
  private final String database;
  private final SourceDescription source;
  private final RequirementScan scan;

  ModuleWriter(
      ExportRequest request, String database, SourceDescription source, RequirementScan scan) {
    this.request = request;
    this.database = database;
    this.source = source;
    this.scan = scan;
  }

  /** Finishes the extension module; returns what it requires. */
  List<String> extension(StagedModule module, ActionExport actions) throws IOException {
    Set<String> requires =
        requires(
            PgpmRequires.EXTENSION, scan::extensionRequires, actions.graph().foreignPackages());
    // A list is one for both modules; the service module comes after the extension.
    requires.removeAll(List.of(request.extensionName(), request.metaExtensionName()));
    String name = request.extensionName();
    module.finish(spec(name, name + " database schema for " + database, requires), actions.plan());
    return List.copyOf(requires);
  }

  /** Finishes the service module; returns what it requires. */
  List<String> service(StagedModule module, MetadataExport metadata, boolean needsExtension)
      throws IOException {
    Set<String> requires =
        requires(PgpmRequires.SERVICE, scan::serviceRequires, metadata.foreignPackages());
    requires.remove(request.metaExtensionName());
    if (needsExtension) {
      requires.add(request.extensionName());
    }
    String name = request.metaExtensionName();
    module.finish(
        spec(name, name + " service utilities for managing domains, APIs, and services", requires),
        metadata.changes());
    return List.copyOf(requires);
  }

  /**
   * What a module requires.
   *
   * @param packages what its changes name, with the change that does so first
   */
  private Set<String> requires(
      List<String> pgpm, Supplier<List<String>> found, Map<String, String> packages) {
    if (request.requires() instanceof Requires.Auto) {
      Set<String> requires = new LinkedHashSet<>(found.get());
      requires.addAll(packages.keySet());
      return requires;
    }
    Set<String> requires =
        new LinkedHashSet<>(
            request.requires() instanceof Requires.Listed listed ? listed.names() : pgpm);
    for (Map.Entry<String, String> needed : packages.entrySet()) {
      if (!requires.contains(needed.getKey())) {
        throw Failure.failed(
            "dependency-package-not-required",
            "\""
                + needed.getValue()
                + "\" needs a change of package \""
                + needed.getKey()
                + "\", which the module would not require.",
            "Add it to --requires, or use --requires auto.");
      }
    }
    return requires;
  }

  private ModuleSpec spec(String name, String description, Set<String> requires) {
    return new ModuleSpec(
        request.author(),
        description,
        List.copyOf(requires),
        request.repoName().orElse(name),
        request.username().orElse(""),
        source.location(),
        answers());
  }

  private Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("database-id", request.databaseId().toString());
    answers.put("database-name", database);
    answers.put("author", request.author());
    answers.put("extension-name", request.extensionName());
    answers.put("meta-extension-name", request.metaExtensionName());
    request.schemas().ifPresent(schemas -> answers.put("schemas", schemas));
    answers.put("keep-unselected", request.keepUnselected());
    answers.put("skip-schema-renaming", request.skipSchemaRenaming());
    answers.put("exclude-categories", request.excludeCategories());
    answers.put("exclude-table", request.excludeTables());
    answers.put("meta-schema", request.extraMetaSchemas());
    answers.put("keep-timestamps", request.keepTimestamps());
    answers.put("requires", requiresFlag());
    return answers;
  }

  private String requiresFlag() {
    if (request.requires() instanceof Requires.Listed listed) {
      return String.join(",", listed.names());
    }
    return request.requires() instanceof Requires.Pgpm ? "pgpm" : "auto";
  }
}
