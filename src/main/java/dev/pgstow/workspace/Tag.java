package dev.pgstow.workspace;

/**
 * A tag of a plan.
 *
 * @param name without its {@code @}
 * @param change name of the change it belongs to
 * @param timestamp as written; empty if there is none
 * @param planner as written, such as {@code Name <email>}; empty if there is none
 * @param note what follows the {@code #}; empty if there is none
 */
public record Tag(String name, String change, String timestamp, String planner, String note) {}
