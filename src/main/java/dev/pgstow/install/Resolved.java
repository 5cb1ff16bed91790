package dev.pgstow.install;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a package that was asked for.
 *
 * @param module what it holds; empty if it was left out
 * @param staged where it waits to be moved in; empty if it is in the workspace already
 */
record Resolved(Optional<ModuleFolder> module, Optional<Path> staged) {}
