package dev.pgstow.migrate;

/**
 * What to report on.
 *
 * @param scripts whether to look into deploy and verify scripts too, which takes longer than all
 *     the rest
 */
public record StatusRequest(ModuleSelection selection, boolean scripts) {}
