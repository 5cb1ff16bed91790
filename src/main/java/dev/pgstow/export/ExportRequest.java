package dev.pgstow.export;

import dev.pgstow.source.SnapshotOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What to export and where to. Made by {@link #builder}.
 *
 * @param databaseId the row of {@code metaschema_public.database}
 * @param author {@code Name <email>}, or a name alone
 * @param extensionName name of the extension module, and prefix of portable schema names
 * @param metaExtensionName name of the service module
 * @param outdir folder the extension module goes into
 * @param serviceOutdir folder the service module goes into
 * @param schemas schema names to export; empty for all
 * @param keepUnselected export schemas that are not chosen too, under their internal names
 * @param skipSchemaRenaming leave all schema names as they are
 * @param excludeCategories actions of these categories are left out
 * @param requires what the control files require
 * @param extraMetaSchemas metadata schemas beyond the documented ones
 * @param excludeTables metadata tables ({@code schema.table}) to leave out
 * @param includeSecrets export columns that look like secrets and have values
 * @param keepTimestamps export {@code created_at} and {@code updated_at}
 * @param repoName repository name for a new package.json; empty for the module's name
 * @param username its owner; empty for a slug of the author
 */
public record ExportRequest(
    UUID databaseId,
    String author,
    String extensionName,
    String metaExtensionName,
    Path outdir,
    Path serviceOutdir,
    Optional<List<String>> schemas,
    boolean keepUnselected,
    boolean skipSchemaRenaming,
    List<String> excludeCategories,
    Requires requires,
    List<String> extraMetaSchemas,
    List<String> excludeTables,
    boolean includeSecrets,
    boolean keepTimestamps,
    Optional<String> repoName,
    Optional<String> username) {

  /** A builder with the documented defaults. */
  public static ExportRequestBuilder builder(UUID databaseId) {
    return new ExportRequestBuilder(databaseId);
  }

  /** What it asks a source to show. */
  public SnapshotOptions snapshotOptions() {
    return new SnapshotOptions(extraMetaSchemas, keepTimestamps, excludeTables);
  }
}
