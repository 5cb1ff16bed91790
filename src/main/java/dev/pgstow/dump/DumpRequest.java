package dev.pgstow.dump;

import dev.pgstow.catalog.CatalogOptions;
import java.nio.file.Path;

/**
 * What to dump, and where to.
 *
 * @param output the folder to write
 * @param force whether the folder may hold something; files of a former dump are replaced
 * @param strict whether it is a failure that something can't be carried
 */
public record DumpRequest(
    String database,
    CatalogOptions options,
    Layout layout,
    Path output,
    boolean force,
    boolean strict) {}
