package dev.pgstow.install;

import java.nio.file.Path;

/**
 * A module that an installation brought into the workspace.
 *
 * @param npmName the npm package, such as {@code @pgpm/verify}
 * @param controlName the module's name in {@code requires}, such as {@code pgpm-verify}
 * @param version the npm package's version
 * @param folder where it is now
 */
public record Installed(String npmName, String controlName, String version, Path folder) {}
