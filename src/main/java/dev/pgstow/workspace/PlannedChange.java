package dev.pgstow.workspace;

import java.util.List;

/**
 * A change as it will stand in a plan.
 *
 * @param dependencies references in the order they are written between the brackets
 * @param note the comment behind the {@code #}
 */
public record PlannedChange(String name, List<String> dependencies, String note) {}
