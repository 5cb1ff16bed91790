package dev.pgstow.dump;

import dev.pgstow.catalog.CatalogOptions;
import java.nio.file.Path;

/**
 * A database to dump as a pgpm module.
 *
 * @param module its name, a legal extension name
 * @param directory the module's own folder, whose last part is the module's name
 * @param author {@code Name <email>}
 * @param force whether there may be such a module already
 * @param strict whether it is a failure that something can't be carried
 */
public record PackageDumpRequest(
    String database,
    CatalogOptions options,
    String module,
    Path directory,
    String author,
    boolean force,
    boolean strict) {
  PackageDumpRequest with(CatalogOptions other) {
    return new PackageDumpRequest(database, other, module, directory, author, force, strict);
  }
}
