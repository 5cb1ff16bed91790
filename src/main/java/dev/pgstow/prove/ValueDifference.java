package dev.pgstow.prove;

import java.util.Optional;

/**
 * A value that is not what the source says.
 *
 * @param column its column
 * @param source the source's value after renaming, cut to where they differ; empty for NULL
 * @param scratch the deployed one, cut likewise; empty for NULL
 */
public record ValueDifference(String column, Optional<String> source, Optional<String> scratch) {}
