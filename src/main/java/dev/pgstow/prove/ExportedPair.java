package dev.pgstow.prove;

import dev.pgstow.export.ExportRequest;
import dev.pgstow.export.ExportRequestBuilder;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.ExportOrigin;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The modules of one export, and the request they were made by, as far as it decides what is in
 * them.
 *
 * @param source what they were exported from, for people; may be empty
 */
public record ExportedPair(ExportRequest request, String source) {

  /**
   * The pair in a workspace.
   *
   * @param module the name of one of the two; if empty, there must be one pair only
   * @throws Failure {@code module-unknown}, {@code not-exported}, {@code nothing-exported}, {@code
   *     module-needed}, {@code manifest-malformed}
   */
  public static ExportedPair find(Workspace workspace, Optional<String> module) {
    Map<String, ExportedPair> pairs = new LinkedHashMap<>();
    Map<String, ExportedPair> byModule = new LinkedHashMap<>();
    for (Module each : workspace.modules().all()) {
      if (module.isEmpty() || module.get().equals(each.name())) {
        each.origin()
            .flatMap(ExportedPair::of)
            .ifPresent(
                pair -> {
                  pairs.put(pair.name(), pair);
                  byModule.put(each.name(), pair);
                });
      }
    }
    if (module.isPresent()) {
      return Optional.ofNullable(byModule.get(module.get()))
          .orElseThrow(() -> notExported(workspace, module.get()));
    }
    if (pairs.size() == 1) {
      return pairs.values().iterator().next();
    }
    throw pairs.isEmpty()
        ? Failure.failed(
            "nothing-exported",
            "The workspace " + workspace.root() + " has no module that pgstow exported.",
            "Export first: pgstow export")
        : Failure.usage(
            "module-needed",
            "The workspace has the modules of " + pairs.size() + " exports.",
            "Name one: "
                + pairs.values().stream()
                    .map(pair -> pair.request().extensionName())
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private static Failure notExported(Workspace workspace, String module) {
    return workspace.modules().has(module)
        ? Failure.usage(
            "not-exported",
            "The module "
                + module
                + " was not exported by pgstow: there is nothing to compare it"
                + " with.",
            "Test it on its own: pgstow test-packages --full-cycle " + module)
        : Failure.usage(
            "module-unknown",
            "There is no module \"" + module + "\" in the workspace.",
            "Name one that pgstow exported.");
  }

  private String name() {
    return request.extensionName() + " " + request.metaExtensionName();
  }

  private static Optional<ExportedPair> of(ExportOrigin origin) {
    Optional<String> id = origin.text("database-id");
    Optional<String> extension = origin.text("extension-name");
    Optional<String> service = origin.text("meta-extension-name");
    if (id.isEmpty() || extension.isEmpty() || service.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Optional.ofNullable(origin.directory().getParent()).orElse(origin.directory());
    ExportRequestBuilder request =
        ExportRequest.builder(uuid(origin, id.get()))
            .author(origin.text("author").orElse("unknown"))
            .extensionName(extension.get())
            .metaExtensionName(service.get())
            .outdir(folder)
            .keepUnselected(origin.isOn("keep-unselected"))
            .skipSchemaRenaming(origin.isOn("skip-schema-renaming"))
            .excludeCategories(origin.list("exclude-categories"))
            .excludeTables(origin.list("exclude-table"))
            .extraMetaSchemas(origin.list("meta-schema"))
            .keepTimestamps(origin.isOn("keep-timestamps"))
            // Comparing shows no secret.
            .includeSecrets(true);
    List<String> schemas = origin.list("schemas");
    if (!schemas.isEmpty()) {
      request.schemas(schemas);
    }
    return Optional.of(new ExportedPair(request.build(), origin.source()));
  }

  private static UUID uuid(ExportOrigin origin, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Failure.failed(
          "manifest-malformed",
          origin.directory()
              + " says it is the export of the database_id \""
              + text
              + "\", which is no uuid.",
          "Export again.",
          e);
    }
  }
}
