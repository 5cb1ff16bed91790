package dev.pgstow.migrate;

import dev.pgstow.workspace.Workspace;
import java.util.Optional;

/**
 * A tag to set.
 *
 * @param module name of the module
 * @param name without its {@code @}
 * @param change what to tag, a reference; empty for the last change of the plan
 * @param comment empty for the tag's name
 * @param planner {@code Name <email>}, or a name alone
 * @param timestamp such as {@code 2024-01-15T10:00:00Z}
 */
public record TagRequest(
    Workspace workspace,
    String module,
    String name,
    Optional<String> change,
    Optional<String> comment,
    String planner,
    String timestamp) {}
