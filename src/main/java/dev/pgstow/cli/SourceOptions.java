package dev.pgstow.cli;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.drift.DeclaredSource;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Reference;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which source a database is compared with, and how much of it. */
final class SourceOptions {
  /** The source, if none is named. */
  static final String FOLDER = "schema";

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "The folder of SQL files, such as a dump; default: ./schema.")
  private @Nullable Path source;

  @Option(
      names = "--module",
      paramLabel = "MODULE",
      description = "The module of this workspace that makes the objects, in place of a folder.")
  private @Nullable String module;

  @Option(
      names = "--schemas",
      paramLabel = "NAME",
      split = ",",
      description = "Compare only these schemas. Comma separated or repeated.")
  private List<String> schemas = List.of();

  @Option(
      names = "--exclude-schemas",
      paramLabel = "NAME",
      split = ",",
      description = "Not these schemas.")
  private List<String> excludedSchemas = List.of();

  @Option(names = "--no-owner", description = "Do not compare who owns what.")
  private boolean noOwner;

  @Option(names = "--no-privileges", description = "Do not compare grants.")
  private boolean noPrivileges;

  /**
   * The source.
   *
   * @throws Failure {@code source-twice}, {@code module-unknown}, {@code workspace-not-found}
   */
  DeclaredSource source(Site site) {
    if (module == null) {
      Path folder = source == null ? Path.of(FOLDER) : source;
      return new DeclaredSource.Files(site.directory().resolve(folder).normalize());
    }
    if (source != null) {
      throw Failure.usage(
          "source-twice", "--source and --module name two sources.", "Give one of them.");
    }
    return module(site.workspace(), module, Optional.empty());
  }

  static DeclaredSource.OfModule module(Workspace workspace, String name, Optional<Reference> to) {
    Module found =
        workspace
            .modules()
            .find(name)
            .orElseThrow(
                () ->
                    Failure.usage(
                        "module-unknown",
                        "There is no module \"" + name + "\" in the workspace.",
                        "Its modules: " + String.join(", ", workspace.modules().names()) + "."));
    return new DeclaredSource.OfModule(workspace, name, found.directory(), to);
  }

  CatalogOptions narrow() {
    return new CatalogOptions(schemas, excludedSchemas, !noOwner, !noPrivileges);
  }
}
