package dev.pgstow.workspace;

import java.nio.file.Path;

/**
 * Where a module goes.
 *
 * @param name the module's name, a legal extension name
 * @param directory {@code <outdir>/<name>}, absolute
 */
public record ModuleTarget(String name, Path directory) {}
