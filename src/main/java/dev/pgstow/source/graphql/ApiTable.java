package dev.pgstow.source.graphql;

import java.util.Optional;

/**
 * A root field that gives the rows of a table.
 *
 * @param field the root field
 * @param row the type of a row
 * @param paging how its pages are asked for
 * @param filter how rows of one value are asked for, by argument and input type
 * @param order the argument that orders rows
 * @param hasTotal whether it tells how many rows there are
 */
record ApiTable(
    ApiField field,
    ApiType row,
    Paging paging,
    Optional<ApiField> filter,
    Optional<ApiField> order,
    boolean hasTotal) {

  /** How pages are asked for. */
  enum Paging {
    /** {@code first}, {@code after}; rows under {@code nodes}: PostGraphile and its kin. */
    NODES,
    /** The same, with rows under {@code edges { node }} only: pg_graphql. */
    EDGES,
    /** {@code limit}, {@code offset}; the rows themselves: Hasura. */
    OFFSET,
    /** {@code first}, {@code offset}; the rows themselves: PostGraphile's simple collections. */
    LIST;

    /** Whether pages are counted off, for want of cursors. */
    boolean isCounted() {
      return this == OFFSET || this == LIST;
    }
  }
}
