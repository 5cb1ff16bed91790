package dev.pgstow.source.graphql;

import java.util.List;
import java.util.Optional;

/**
 * What is read of a table.
 *
 * @param label the table's, for failures
 * @param columns what a row has, in order
 * @param match which rows; all if empty
 * @param order their order; the server's if empty
 */
record Reading(
    String label,
    ApiTable table,
    List<ApiColumn> columns,
    Optional<Match> match,
    Optional<Order> order) {}
