package dev.pgstow.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds an {@link ExportRequest}; author, names and outdir must be given. */
public final class ExportRequestBuilder {
  private final UUID databaseId;
  private String author = "";
  private String extensionName = "";
  private String metaExtensionName = "";
  private Path outdir = Path.of("packages");
  private Optional<Path> serviceOutdir = Optional.empty();
  private Optional<List<String>> schemas = Optional.empty();
  private boolean keepUnselected;
  private boolean skipSchemaRenaming;
  private List<String> excludeCategories = List.of();
  private Requires requires = new Requires.Auto();
  private List<String> extraMetaSchemas = List.of();
  private List<String> excludeTables = List.of();
  private boolean includeSecrets;
  private boolean keepTimestamps;
  private Optional<String> repoName = Optional.empty();
  private Optional<String> username = Optional.empty();

  ExportRequestBuilder(UUID databaseId) {
    this.databaseId = databaseId;
  }

  /** {@code Name <email>}, or a name alone. */
  public ExportRequestBuilder author(String value) {
    author = value;
    return this;
  }

  /** Name of the extension module. */
  public ExportRequestBuilder extensionName(String value) {
    extensionName = value;
    return this;
  }

  /** Name of the service module; by default the extension's with {@code -service}. */
  public ExportRequestBuilder metaExtensionName(String value) {
    metaExtensionName = value;
    return this;
  }

  /** Folder of the extension module, and of the service module unless that has its own. */
  public ExportRequestBuilder outdir(Path value) {
    outdir = value;
    return this;
  }

  /** Folder of the service module. */
  public ExportRequestBuilder serviceOutdir(Path value) {
    serviceOutdir = Optional.of(value);
    return this;
  }

  /** Schema names to export; all unless called. */
  public ExportRequestBuilder schemas(List<String> value) {
    schemas = Optional.of(List.copyOf(value));
    return this;
  }

  /** Export unchosen schemas under their internal names. */
  public ExportRequestBuilder keepUnselected(boolean value) {
    keepUnselected = value;
    return this;
  }

  /** Leave all schema names as they are. */
  public ExportRequestBuilder skipSchemaRenaming(boolean value) {
    skipSchemaRenaming = value;
    return this;
  }

  /** Leave out actions of these categories. */
  public ExportRequestBuilder excludeCategories(List<String> value) {
    excludeCategories = List.copyOf(value);
    return this;
  }

  /** What the control files require. */
  public ExportRequestBuilder requires(Requires value) {
    requires = value;
    return this;
  }

  /** Metadata schemas beyond the documented ones. */
  public ExportRequestBuilder extraMetaSchemas(List<String> value) {
    extraMetaSchemas = List.copyOf(value);
    return this;
  }

  /** Metadata tables to leave out, as {@code schema.table}. */
  public ExportRequestBuilder excludeTables(List<String> value) {
    excludeTables = List.copyOf(value);
    return this;
  }

  /** Export columns that look like secrets and have values. */
  public ExportRequestBuilder includeSecrets(boolean value) {
    includeSecrets = value;
    return this;
  }

  /** Export {@code created_at} and {@code updated_at}. */
  public ExportRequestBuilder keepTimestamps(boolean value) {
    keepTimestamps = value;
    return this;
  }

  /** Repository name for a new package.json. */
  public ExportRequestBuilder repoName(String value) {
    repoName = Optional.of(value);
    return this;
  }

  /** Owner of that repository. */
  public ExportRequestBuilder username(String value) {
    username = Optional.of(value);
    return this;
  }

  /** The request. */
  public ExportRequest build() {
    return new ExportRequest(
        databaseId,
        author,
        extensionName,
        metaExtensionName.isEmpty() ? extensionName + "-service" : metaExtensionName,
        outdir,
        serviceOutdir.orElse(outdir),
        schemas,
        keepUnselected,
        skipSchemaRenaming,
        excludeCategories,
        requires,
        extraMetaSchemas,
        excludeTables,
        includeSecrets,
        keepTimestamps,
        repoName,
        username);
  }
}
