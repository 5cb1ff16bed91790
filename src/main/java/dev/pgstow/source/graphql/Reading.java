package dev.pgstow.source.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read of a table.
 *
 * @param label the table's, for failures
 * @param columns what a row has, in order
 * @param match which rows; all if empty
 * @param order their order; the server's if empty
 * @param filled by column, which of these rows have a value in it; for columns whose nulls may be
 *     another value, where the API can be asked so
 */
record Reading(
    String label,
    ApiTable table,
    List<ApiColumn> columns,
    Optional<Match> match,
    Optional<Order> order,
    Map<String, Match> filled) {}
