/**
 * Defaults of flags from files: {@code pgstow.toml} or the key {@code pgstow} of {@code pgpm.json}
 * in the workspace, and the user's own {@code config.toml}. Knows files, not which flags there are.
 */
@NullMarked
package dev.pgstow.config;

import org.jspecify.annotations.NullMarked;
